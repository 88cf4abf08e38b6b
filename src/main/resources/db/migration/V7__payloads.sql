-- What a translation reads beside the body, so that a payload can be replayed; and when it was.
alter table payload add column headers text;                             -- JSON, by name in lower case; no secret
alter table payload add column replayed_at timestamp with time zone;     -- another payload then took its place

-- When each source was heard last. A payload may be deleted, and silence must be noticed after a restart too.
create table source_watch (
    source       varchar(40)              primary key,
    heard_at     timestamp with time zone not null,
    silent_since timestamp with time zone           -- while an alert says that it is silent
);
