-- Days off are days of the client's own calendar, wherever they are by then: first and last day, YYYY-MM-DD.
-- NULL: a pause from one instant to another. from_at and until_at are what the days were when they were said.
ALTER TABLE pauses ADD COLUMN first_day TEXT;
ALTER TABLE pauses ADD COLUMN last_day TEXT;
