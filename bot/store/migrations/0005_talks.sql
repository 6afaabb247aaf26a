-- After an outage what a talk waits for goes before what is planned, without looking at all that is planned.
CREATE INDEX due_talks ON due (at) WHERE kind NOT IN ('plan', 'replan');
