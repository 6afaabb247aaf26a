-- Scripts that rest: every version stays, none is live. The row goes when a script is restored.
CREATE TABLE retired (
    script TEXT NOT NULL,
    language TEXT NOT NULL,
    author TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (script, language)
);

-- What a script was called before, by which arrows of older versions still find it.
CREATE TABLE renamed (
    was TEXT PRIMARY KEY,
    script TEXT NOT NULL,
    author TEXT NOT NULL,
    at INTEGER NOT NULL
);

-- What is known of a working copy whose file is gone: '' (it is there), told, without (the script lives so).
ALTER TABLE copies ADD COLUMN gone TEXT NOT NULL DEFAULT '';
