-- Which incidents are drills: runs on a made-up alert, which page nobody and count in no figure.
create table drill (
    incident_id bigint                   primary key references incident (id),
    runbook     varchar(500)             not null,  -- its id
    revision    varchar(64)              not null,
    begun_at    timestamp with time zone not null
);
create index drill_runbook on drill (runbook, incident_id);
