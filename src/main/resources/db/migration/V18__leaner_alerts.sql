-- What each alert costs is paid a thousand times in a storm. That its incident is there was asked for each row by a query and a
-- lock of the incident's row, which was more than half of what the row itself cost. Incidents are never deleted, and an alert
-- is put into one that its transaction has opened or holds. The same is so of the entries of a timeline; an incident cannot go
-- from under them either, because its run refers to it. A constraint without a name has another on each database, so the
-- column goes, and with it the constraint.
drop index alert_of_incident;
alter table alert add column belongs_to bigint;                          -- absent for one that has started nothing
update alert set belongs_to = incident_id;
alter table alert drop column incident_id;
alter table alert rename column belongs_to to incident_id;
create unique index alert_of_incident on alert (incident_id, fingerprint);

alter table timeline rename to timeline_before;
create table timeline (
    incident_id bigint                   not null,
    place       bigint                   not null,
    happened_at timestamp with time zone not null,
    body        text                     not null,
    hash        varchar(64)              not null,
    primary key (incident_id, place)
);
insert into timeline (incident_id, place, happened_at, body, hash)
select incident_id, place, happened_at, body, hash from timeline_before order by incident_id, place;
drop table timeline_before;
