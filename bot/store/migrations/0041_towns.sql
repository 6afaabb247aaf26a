-- The town as its writer named it, shown wherever the zone is: sealed like a name.
ALTER TABLE clients ADD COLUMN town BLOB;
