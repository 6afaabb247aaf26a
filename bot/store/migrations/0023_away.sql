-- Which clients were told of a stretch of days away: who read of it reads, too, when it is taken back.
CREATE TABLE holiday_told (
    holiday_id INTEGER NOT NULL REFERENCES holidays (id),
    client_id INTEGER NOT NULL,
    PRIMARY KEY (holiday_id, client_id)
);
CREATE INDEX holiday_told_client ON holiday_told (client_id);
