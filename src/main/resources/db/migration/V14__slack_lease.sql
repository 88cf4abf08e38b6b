-- Who may write to Slack: one process at a time, because the budget is the workspace's. Times are the database's.
create table slack_lease (
    name       varchar(40)              not null primary key,
    holder     varchar(64),                                   -- absent when it was given back
    epoch      bigint                   not null,             -- how often it has changed hands
    expires_at timestamp with time zone not null,
    memory     text                                           -- what was sent lately, and until when Slack asked to wait
);
insert into slack_lease (name, epoch, expires_at) values ('delivery', 0, current_timestamp);
