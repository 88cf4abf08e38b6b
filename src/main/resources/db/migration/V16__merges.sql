-- Incidents that were merged, and where they go on. A row of merges is kept short: each row names the last incident of it, so
-- that an alert of the first one's group is led there by one look.
create table merged (
    incident_id bigint primary key references incident (id),
    into_id     bigint not null references incident (id)
);
create index merged_into on merged (into_id);
