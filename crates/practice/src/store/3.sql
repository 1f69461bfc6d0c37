-- What faults have done to a recording, as JSON.
ALTER TABLE sessions ADD COLUMN mishaps TEXT NOT NULL DEFAULT '{}';
