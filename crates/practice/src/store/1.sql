-- When a channel's present meeting began.
CREATE TABLE channels (
    cname    TEXT PRIMARY KEY,
    began_ms INTEGER NOT NULL
) STRICT;

-- What acquire handed out.
CREATE TABLE resources (
    id           TEXT PRIMARY KEY,
    cname        TEXT NOT NULL,
    uid          TEXT NOT NULL,
    scene        INTEGER NOT NULL,
    acquired_ms  INTEGER NOT NULL,
    expired_hour INTEGER NOT NULL,
    -- A digest of startParameter, never the thing itself: it holds secrets.
    promise      TEXT
) STRICT;

CREATE TABLE sessions (
    sid            TEXT PRIMARY KEY,
    resource_id    TEXT NOT NULL UNIQUE REFERENCES resources (id),
    cname          TEXT NOT NULL,
    uid            TEXT NOT NULL,
    mode           TEXT NOT NULL,
    started_ms     INTEGER NOT NULL,
    expires_ms     INTEGER NOT NULL,
    wish           TEXT NOT NULL,
    first_media_ms INTEGER,
    last_media_ms  INTEGER,
    exit_ms        INTEGER NOT NULL,
    exit           TEXT NOT NULL,
    stopped_ms     INTEGER,
    pieces         INTEGER NOT NULL DEFAULT 0,
    mp4s           INTEGER NOT NULL DEFAULT 0,
    counters       INTEGER NOT NULL DEFAULT 0,
    finished       INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX sessions_by_recorder ON sessions (cname, uid);

-- What start, update and updateLayout asked for, without secrets, in order.
CREATE TABLE changes (
    sid            TEXT NOT NULL REFERENCES sessions (sid) ON DELETE CASCADE,
    at_ms          INTEGER NOT NULL,
    call           TEXT NOT NULL,
    client_request TEXT NOT NULL
) STRICT;

CREATE INDEX changes_by_sid ON changes (sid);
