-- A coach's town as they named it, shown wherever their zone is: sealed like a name.
ALTER TABLE coaches ADD COLUMN town BLOB;
