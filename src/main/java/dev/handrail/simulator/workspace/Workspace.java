package dev.handrail.simulator.workspace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A whole workspace in memory: a fixed directory of people and teams, and what they and the bot have said. With a state file
 * it is there again after the process was killed.
 */
public final class Workspace {
    public static final String TEAM = "T01LOCAL";
    public static final String APP = "A01HANDRAIL";
    public static final String BOT = "B01HANDRAIL";
    public static final String BOT_USER = "U00HANDRAIL";

    private final Changes changes = new Changes();
    private final Optional<StateFile> file;
    private final List<ObjectNode> alerts = new ArrayList<>();
    private final Channels channels;
    private final Messages messages;
    private final Views views = new Views(changes);
    private final Triggers triggers;
    private final ResponseUrls responseUrls;
    private long saved;

    private Workspace(InstantSource clock, Optional<Path> file) {
        this.file = file.map(StateFile::new);
        channels = new Channels(Sample.CHANNELS, changes);
        messages = new Messages(clock, changes);
        triggers = new Triggers(clock);
        responseUrls = new ResponseUrls(clock);
        this.file.flatMap(StateFile::read).ifPresent(this::restore);
        saved = changes.current();
    }

    /** Returns the sample workspace: five people, three teams, four channels; as the file has it, if there is one. */
    public static Workspace sample(InstantSource clock, Optional<Path> file) {
        return new Workspace(clock, file);
    }

    public List<Person> people() {
        return Sample.PEOPLE;
    }

    public Optional<Person> person(String id) {
        return people().stream().filter(person -> person.id().equals(id)).findFirst();
    }

    public List<UserGroup> groups() {
        return Sample.GROUPS;
    }

    public Channels channels() {
        return channels;
    }

    public Messages messages() {
        return messages;
    }

    public Views views() {
        return views;
    }

    public Triggers triggers() {
        return triggers;
    }

    public ResponseUrls responseUrls() {
        return responseUrls;
    }

    public long revision() {
        return changes.current();
    }

    public String epoch() {
        return changes.epoch();
    }

    /** Returns the sample alerts that were fired, oldest first. */
    public List<ObjectNode> alerts() {
        synchronized (alerts) {
            return List.copyOf(alerts);
        }
    }

    /** Remembers a fired alert under its {@code id}; one with the same id is replaced. */
    public void remember(ObjectNode alert) {
        synchronized (alerts) {
            alerts.removeIf(old -> old.path("id").equals(alert.path("id")));
            alerts.add(alert);
        }
        changes.next();
    }

    /** Forgets everything that was said. */
    public void reset() {
        channels.reset();
        restoreParts(new Snapshot("", 0, channels.all(), List.of(), List.of(), List.of(), List.of(), List.of()));
        changes.restart();
    }

    /** Makes what is now survive the process. Returns when it is on disk. */
    public synchronized void save() {
        if (file.isEmpty() || saved == changes.current()) {
            return;
        }
        var snapshot = snapshot();
        file.get().write(snapshot);
        saved = snapshot.revision();
    }

    /** Notes a change that no store counts, such as a trigger given out. */
    public void touch() {
        changes.next();
    }

    private Snapshot snapshot() {
        var revision = changes.current();
        return new Snapshot(
                changes.epoch(),
                revision,
                channels.all(),
                messages.since(0),
                views.all(),
                triggers.all(),
                responseUrls.all(),
                alerts());
    }

    private void restore(Snapshot snapshot) {
        restoreParts(snapshot);
        changes.restore(snapshot.epoch(), snapshot.revision());
    }

    private void restoreParts(Snapshot snapshot) {
        channels.restore(snapshot.channels());
        messages.restore(snapshot.messages());
        views.restore(snapshot.views());
        triggers.restore(snapshot.triggers());
        responseUrls.restore(snapshot.responseUrls());
        synchronized (alerts) {
            alerts.clear();
            alerts.addAll(snapshot.alerts());
        }
    }
}
