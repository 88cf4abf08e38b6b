package dev.handrail.run.silence;

import dev.handrail.alert.LabelMatcher;
import dev.handrail.alert.Silence;
import dev.handrail.incident.Person;
import dev.handrail.platform.Transactions;
import dev.handrail.run.Command;
import dev.handrail.run.Decision.Refusal;
import dev.handrail.run.IncidentView;
import dev.handrail.run.desk.Handled;
import dev.handrail.run.desk.RunService;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Mutes an incident: a silence for alerts like its own, and no reminders until then, in one go. */
@Singleton
public final class Muting {
    private static final int LISTED = 5;

    private final Transactions transactions;
    private final SilenceDesk silences;
    private final RunService runs;
    private final InstantSource clock;

    Muting(Transactions transactions, SilenceDesk silences, RunService runs, InstantSource clock) {
        this.transactions = transactions;
        this.silences = silences;
        this.runs = runs;
        this.clock = clock;
    }

    /** For how long, and why. */
    public record Wish(Person by, Duration time, String why) {}

    /** @param alongside is done in the same transaction, whatever comes of it */
    public Handled mute(IncidentView view, Wish wish, Runnable alongside) {
        var id = view.incident().id();
        var hindrance = hindrance(view);
        if (hindrance.isPresent()) {
            return refused(hindrance.get(), alongside);
        }
        var matchers = Likeness.of(view.alerts().labels()).matchers();
        var handled = transactions.write(() -> {
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            var until = now.plus(wish.time());
            var made =
                    silences.make(new Silence(0, matchers, now, until, wish.by().name(), wish.why(), Optional.empty()));
            var done = runs.apply(id, new Command.Mute(wish.by(), until, made.id(), wish.why()));
            if (done instanceof Handled.Refused) {
                silences.end(made.id(), wish.by().name());
            }
            alongside.run();
            return done;
        });
        runs.changed(id);
        return handled;
    }

    /** Returns why an incident cannot be muted, as a sentence without its end; empty where it can. */
    public static Optional<String> hindrance(IncidentView view) {
        var likeness = Likeness.of(view.alerts().labels());
        if (view.isDrill()) {
            return Optional.of("This is a drill on a made-up alert, and a silence would be real");
        }
        if (likeness.matchers().isEmpty()) {
            return Optional.of("Its alerts share no label that a silence could go by");
        }
        var shared = likeness.matchers().stream()
                .map(LabelMatcher::label)
                .limit(LISTED)
                .toList();
        return likeness.names()
                ? Optional.empty()
                : Optional.of("All that its alerts share is " + String.join(", ", shared)
                        + ", and a silence for that would hold other failures, too. Write /handrail silence and what you"
                        + " mean, with alertname or flow");
    }

    private Handled refused(String why, Runnable alongside) {
        return transactions.write(() -> {
            alongside.run();
            return new Handled.Refused(new Refusal.SoAlready(why), Optional.empty());
        });
    }
}
