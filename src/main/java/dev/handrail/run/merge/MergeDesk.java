package dev.handrail.run.merge;

import dev.handrail.incident.IncidentId;
import dev.handrail.incident.JdbcMerges;
import dev.handrail.incident.Person;
import dev.handrail.platform.Transactions;
import dev.handrail.run.Act;
import dev.handrail.run.Command;
import dev.handrail.run.Decision.Refusal;
import dev.handrail.run.IncidentView;
import dev.handrail.run.desk.Handled;
import dev.handrail.run.desk.Ledger;
import dev.handrail.run.desk.RunReader;
import dev.handrail.run.desk.RunService;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Merges an incident into another, because they are one failure: the first ends, and its alerts are the other's from then on. So
 * they count there, are quiet or fire there, and are split off from there, whatever their source says next; new ones of its group
 * follow them while the other is open. The objects that they are about go with them: the other's work list has them all, of
 * whatever kind they are, and nothing is in two lists or in none. The other says which one it took in, and is as grave as the
 * graver of the two.
 *
 * <p>All of it is one transaction that holds both, so that of two people who merge two incidents into each other one is first,
 * and the other is told.
 */
@Singleton
public final class MergeDesk {
    /** Of more that are open, the newest are looked at. */
    private static final int LOOKED_AT = 200;

    private final Transactions transactions;
    private final Ledger ledger;
    private final RunService runs;
    private final RunReader reader;
    private final Moving moving;
    private final JdbcMerges merges;

    MergeDesk(
            Transactions transactions,
            Ledger ledger,
            RunService runs,
            RunReader reader,
            Moving moving,
            JdbcMerges merges) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.runs = runs;
        this.reader = reader;
        this.moving = moving;
        this.merges = merges;
    }

    /** @param why in their own words; may be empty */
    public record Wish(Person by, IncidentId into, String why) {}

    /** @param alongside is done in the same transaction, whatever comes of it */
    public Handled merge(IncidentId id, Wish wish, Runnable alongside) {
        var handled = transactions.writeAgainOnConflict(() -> {
            var done = merged(id, wish);
            alongside.run();
            return done;
        });
        if (handled instanceof Handled.Done) {
            runs.changed(id);
            runs.changed(wish.into());
        }
        return handled;
    }

    private Handled merged(IncidentId id, Wish wish) {
        var states = ledger.states(List.of(id, wish.into()));
        var from = reader.find(id).orElseThrow(() -> new IllegalArgumentException("there is no incident " + id));
        var into = Optional.of(wish.into()).filter(states::containsKey).flatMap(reader::find);
        var bar = Bars.between(from, into).filter(_ -> from.state().isOpen());
        if (bar.isPresent()) {
            return new Handled.Refused(new Refusal.CannotMerge(bar.get(), wish.into()), Optional.empty());
        }
        var ended = runs.apply(id, new Command.MergeInto(wish.by(), wish.into(), wish.why()));
        if (ended instanceof Handled.Done) {
            merges.add(id, wish.into());
            var moved = moving.all(id, wish.into());
            moving.tell(
                    wish.into(),
                    taken(
                            from,
                            into.orElseThrow(),
                            new Act.MergedIn(wish.by(), moved, wish.why(), Optional.of(as(from)))));
        }
        return ended;
    }

    private static Act.MergedIn.Taken as(IncidentView from) {
        var incident = from.incident();
        return new Act.MergedIn.Taken(
                incident.title(), incident.severity(), from.state().responder());
    }

    /** It hurts as much as the graver of the two does. */
    private static List<Command> taken(IncidentView from, IncidentView into, Act.MergedIn act) {
        var grave = from.incident().severity();
        var now = into.incident().severity();
        var why = "merged with %s, which is %s".formatted(from.incident().id(), grave.word());
        return grave.isGraverThan(now)
                ? List.of(new Command.Regroup(act), new Command.ChangeSeverity(act.by(), now, grave, why))
                : List.of(new Command.Regroup(act));
    }

    /** Returns why an open incident would not be merged so now. {@link #merge} looks again, and holds what it looks at. */
    public Optional<Refusal> hindrance(IncidentId id, IncidentId into) {
        return reader.find(id)
                .filter(from -> from.state().isOpen())
                .flatMap(from -> Bars.between(from, reader.find(into)))
                .map(bar -> new Refusal.CannotMerge(bar, into));
    }

    /** Returns the incident of a number, where one may be merged into it. */
    public Optional<IncidentView> choice(IncidentView from, IncidentId into) {
        return reader.find(into).filter(other -> Bars.offers(from, other));
    }

    /** Returns incidents that one may be merged into: those most like it first, then the newest. */
    public List<IncidentView> choices(IncidentView from) {
        return reader.newestOpen(LOOKED_AT).newest().stream()
                .filter(other -> Bars.offers(from, other))
                .sorted(Comparator.comparingInt((IncidentView other) -> -Bars.likeness(from, other)))
                .toList();
    }
}
