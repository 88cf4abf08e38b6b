-- The credentials that Handrail made itself, at its first start. One that the environment gives is never stored.
create table credential (
    name       varchar(40)              primary key,
    hash       varchar(200)             not null, -- of the secret; the algorithm is its first part
    created_at timestamp with time zone not null
);
