-- Individual recordings: how far each track has been made.
CREATE TABLE tracks (
    sid      TEXT NOT NULL REFERENCES sessions (sid) ON DELETE CASCADE,
    uid      INTEGER NOT NULL,
    -- audio, video, av or still.
    kind     TEXT NOT NULL,
    -- Slices that lie in the folder, and the pictures in them.
    made     INTEGER NOT NULL,
    pictures INTEGER NOT NULL,
    -- The transport stream's continuity counters after the last slice, packed.
    counters INTEGER NOT NULL,
    first_ms INTEGER NOT NULL,
    PRIMARY KEY (sid, uid, kind)
) STRICT;
