-- Nothing asks for it: the sender finds the next row by its lane.
DROP VIEW outbox_heads;
