-- A state also holds the way that the walk came, so that it can go back: that of what is open is read from its timeline once more.
update run set state = '' where closed_at is null;

-- A reply in a thread is told apart by the message that the thread hangs on.
create index slack_slot_ts on slack_slot (ts);
