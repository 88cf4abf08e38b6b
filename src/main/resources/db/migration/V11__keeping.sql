-- Keys that this installation made for itself. They open nothing: with one, equal secrets that were taken out stay equal.
create table installation_key (
    name       varchar(40)              primary key,
    text       varchar(100)             not null,
    created_at timestamp with time zone not null
);

-- Which payloads wait for somebody to mend something. A table of its own: most payloads have no problem, and must not pay.
create table quarantine (
    payload_id bigint primary key references payload (id) on delete cascade
);
insert into quarantine (payload_id) select id from payload where problem is not null and replayed_at is null;

-- What was handled is deleted in time.
create index inbox_received on inbox (received_at);
