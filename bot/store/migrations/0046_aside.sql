-- What was set aside is counted again and again by whoever watches the bot: without this the whole outbox is read.
CREATE INDEX outbox_aside ON outbox (id) WHERE state = 5;
