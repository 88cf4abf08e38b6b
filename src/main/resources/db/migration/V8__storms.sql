-- The state of a run is kept in another form from now on. It only repeats what the timeline says, and is read from there once.
update run set state = '';
