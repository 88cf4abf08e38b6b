package dev.handrail.slack.inbound;

import dev.handrail.incident.IncidentId;
import dev.handrail.platform.Json;
import dev.handrail.platform.Sha256;
import dev.handrail.slack.SlackSettings;
import dev.handrail.slack.deliver.Threads;
import dev.handrail.slack.press.Ticket;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was asked, stored before it is acknowledged; and, in memory only, how fresh it is. */
@Singleton
@Requires(bean = SlackSettings.class)
final class Inbox {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    /** Slack lets a modal be opened for 3 s after the press. */
    private static final Duration TRIGGER = Duration.ofMillis(2500);

    /** What another replica took in is left to it for so long, because only there can a modal be opened and anybody answered. */
    private static final Duration ELSEWHERE = Duration.ofSeconds(3);

    /** A list in SQL must not be empty. */
    private static final Set<Long> NONE = Set.of(-1L);

    private static final long NO_ROW = 0;

    private final InboxRepository rows;
    private final InstantSource clock;
    private final Threads threads;
    private final Map<String, Fresh> fresh = new ConcurrentHashMap<>();

    /** A row that this process took in: whoever asked is still looking. */
    private record Fresh(Optional<String> trigger, Optional<String> reply, long takenAt) {
        Optional<String> usable() {
            return trigger.filter(_ -> System.nanoTime() - takenAt < TRIGGER.toNanos());
        }
    }

    /** Another process has done what this one was about to do; the transaction is undone. */
    static final class AlreadyDoneException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        AlreadyDoneException(long row) {
            super("row %d of the inbox has been handled by another process".formatted(row));
        }
    }

    /** What was asked, and the row that says so. */
    record Item(long id, String dedupe, long incident, Asked asked, Instant receivedAt, int failures) {}

    Inbox(InboxRepository rows, InstantSource clock, Threads threads) {
        this.rows = rows;
        this.clock = clock;
        this.threads = threads;
    }

    /** Stores what was asked; returns once it is committed. Does nothing if it is there already, or nobody asked us. */
    void take(Received.Request request) {
        if (request.asked() instanceof Asked.Wrote wrote && incident(wrote).isEmpty()) {
            return;
        }
        var mine = new Fresh(request.trigger(), request.reply(), System.nanoTime());
        var dedupe = Sha256.of(request.dedupe());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var before = fresh.put(dedupe, mine);
        var isNew = false;
        try {
            isNew = rows.add(dedupe, incident(request.asked()), Json.write(request.asked()), now) == 1;
        } finally {
            if (!isNew) {
                takeBack(dedupe, mine, before);
            }
        }
    }

    /** Says whether it was taken before: Slack sends again what was not answered in time. */
    boolean isKnown(Received.Request request) {
        return rows.find(Sha256.of(request.dedupe())).isPresent();
    }

    /** Writes to no row: a database that only reads would not let it. */
    void tryStore() {
        rows.noteFailure(NO_ROW);
    }

    /** Leaves what the same thing, sent twice, may have put there meanwhile, and puts nothing where it is done already. */
    private void takeBack(String dedupe, Fresh mine, @Nullable Fresh before) {
        if (before == null) {
            fresh.remove(dedupe, mine);
        } else {
            fresh.replace(dedupe, mine, before);
        }
    }

    /** Returns the incident in whose thread it was written, if what is written there is read. */
    Optional<IncidentId> incident(Asked.Wrote wrote) {
        return wrote.spot().thread().flatMap(ts -> threads.incident(wrote.spot().channel(), ts));
    }

    private static long incident(Asked asked) {
        return switch (asked) {
            case Asked.Pressed pressed ->
                Ticket.parse(pressed.ticket())
                        .map(ticket -> ticket.incident().value())
                        .orElse(0L);
            case Asked.Mentioned _, Asked.Wrote _, Asked.Shortcut _, Asked.Starts _, Asked.OpenedHome _ -> 0;
        };
    }

    /** Returns what is still to be done, in the order in which it came; but for what is about incidents that are being worked at. */
    List<Item> open(Set<Long> except, int limit) {
        return rows.open(except.isEmpty() ? NONE : except, limit).stream()
                .flatMap(row -> read(row).stream())
                .toList();
    }

    /** Gives a row up that cannot be read, so that it does not stand in the way of the others. */
    private Optional<Item> read(InboxRepository.Row row) {
        try {
            var asked = Json.read(row.body(), Asked.class);
            return Optional.of(
                    new Item(id(row), row.dedupe(), row.incidentId(), asked, row.receivedAt(), row.failures()));
        } catch (RuntimeException e) {
            LOG.warn("inbox={} incident={} cannot be read; it is given up", row.id(), row.incidentId(), e);
            rows.giveUp(id(row), String.valueOf(e));
            fresh.remove(row.dedupe());
            return Optional.empty();
        }
    }

    /** Marks it as done, in the caller's transaction. Throws {@link AlreadyDoneException} if somebody else was first. */
    void done(Item item) {
        if (rows.markHandled(item.id(), clock.instant().truncatedTo(ChronoUnit.MICROS)) == 0) {
            throw new AlreadyDoneException(item.id());
        }
    }

    void noteFailure(Item item) {
        rows.noteFailure(item.id());
    }

    void giveUp(Item item, String error) {
        rows.giveUp(item.id(), error);
    }

    /**
     * Says whether this process is to do it: it took it in, or whoever did has had the time to. A clock that is far ahead
     * keeps nothing waiting.
     */
    boolean isOurs(Item item) {
        var age = Duration.between(item.receivedAt(), clock.instant()).abs();
        return isFresh(item) || age.compareTo(ELSEWHERE) >= 0;
    }

    /** Says whether whoever asked is still there to be answered: never after a restart. */
    boolean isFresh(Item item) {
        return fresh.containsKey(item.dedupe());
    }

    /** Returns what lets a modal be opened; empty when it is too late. */
    Optional<String> trigger(Item item) {
        return Optional.ofNullable(fresh.get(item.dedupe())).flatMap(Fresh::usable);
    }

    /** Returns where it can be answered; empty where only in its channel. It is a secret of a kind, and so in memory only. */
    Optional<String> reply(Item item) {
        return Optional.ofNullable(fresh.get(item.dedupe())).flatMap(Fresh::reply);
    }

    void forget(Item item) {
        fresh.remove(item.dedupe());
    }

    private static long id(InboxRepository.Row row) {
        return Objects.requireNonNull(row.id(), "a stored row has a number");
    }
}
