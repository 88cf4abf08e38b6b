package dev.handrail.run.merge;

import dev.handrail.incident.IncidentId;
import dev.handrail.incident.LastDrills;
import dev.handrail.incident.Person;
import dev.handrail.incident.alerts.KeptAlert;
import dev.handrail.platform.Transactions;
import dev.handrail.run.Act;
import dev.handrail.run.Decision.Refusal;
import dev.handrail.run.Decision.SplitBar;
import dev.handrail.run.IncidentView;
import dev.handrail.run.Position;
import dev.handrail.run.desk.Handled;
import dev.handrail.run.desk.Ledger;
import dev.handrail.run.desk.RunReader;
import dev.handrail.run.desk.RunService;
import dev.handrail.run.reception.Opening;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Splits alerts off an incident, because they are another failure: they begin an incident of their own, in the same flow and
 * channel. It is matched anew by the first of them, because whoever splits says that they are not what the old runbook is for; where
 * the library still gives the same one, it is walked from its first step. Copies and ends of those alerts go there from then on,
 * with the objects that they are about; what is new of the group still goes to the old one.
 */
@Singleton
public final class SplitDesk {
    private static final Comparator<KeptAlert> FIRING_FIRST =
            Comparator.comparing((KeptAlert alert) -> !alert.isFiring());

    private final Transactions transactions;
    private final Ledger ledger;
    private final RunService runs;
    private final RunReader reader;
    private final Moving moving;
    private final Opening opening;
    private final LastDrills drills;

    SplitDesk(
            Transactions transactions,
            Ledger ledger,
            RunService runs,
            RunReader reader,
            Moving moving,
            Opening opening,
            LastDrills drills) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.runs = runs;
        this.reader = reader;
        this.moving = moving;
        this.opening = opening;
        this.drills = drills;
    }

    /** @param why in their own words; may be empty */
    public record Wish(Person by, Predicate<KeptAlert> chosen, String why) {}

    /** @param opened the new incident; empty where it was refused */
    private record Split(Handled handled, Optional<IncidentId> opened) {
        static Split refused(Refusal refusal) {
            return new Split(new Handled.Refused(refusal, Optional.empty()), Optional.empty());
        }
    }

    /** @param alongside is done in the same transaction, whatever comes of it */
    public Handled split(IncidentId id, Wish wish, Runnable alongside) {
        var split = transactions.writeAgainOnConflict(() -> {
            var done = split(id, wish);
            alongside.run();
            return done;
        });
        split.opened().ifPresent(opened -> {
            runs.changed(id);
            runs.changed(opened);
        });
        return split.handled();
    }

    private Split split(IncidentId id, Wish wish) {
        ledger.states(List.of(id));
        var from = reader.find(id).orElseThrow(() -> new IllegalArgumentException("there is no incident " + id));
        if (from.state().position() instanceof Position.Finished over) {
            return Split.refused(Refusal.Over.of(over));
        }
        var all = moving.of(id);
        var chosen = all.stream().filter(wish.chosen()).sorted(FIRING_FIRST).toList();
        var bar = bar(from, all.size(), chosen.size());
        if (bar.isPresent()) {
            return Split.refused(bar.get());
        }
        return new Split(new Handled.Done(), Optional.of(opened(from, chosen, wish)));
    }

    private static Optional<Refusal> bar(IncidentView from, int all, int chosen) {
        var bar = chosen == 0 ? SplitBar.NONE_OF_THEM : SplitBar.ALL_OF_THEM;
        return chosen == 0 || chosen == all
                ? Optional.of(new Refusal.CannotSplit(bar, from.plan().book().isPresent()))
                : Optional.empty();
    }

    /** Returns why an open incident would not be split so now. {@link #split} looks again, and holds what it looks at. */
    public Optional<Refusal> hindrance(IncidentId id, Predicate<KeptAlert> chosen) {
        return transactions.read(() -> reader.find(id)
                .filter(from -> from.state().isOpen())
                .flatMap(from -> {
                    var all = moving.of(id);
                    return bar(
                            from, all.size(), (int) all.stream().filter(chosen).count());
                }));
    }

    private IncidentId opened(IncidentView from, List<KeptAlert> chosen, Wish wish) {
        var id = from.incident().id();
        var home = new Opening.Home(from.incident().flow(), from.incident().channel());
        var opened = opening.apart(chosen.getFirst(), from.kind(), home);
        if (from.isDrill()) {
            drilled(from, opened);
        }
        var moved = moving.some(chosen, id, opened);
        moving.tell(opened, new Act.SplitFrom(wish.by(), moved, wish.why()));
        moving.tell(id, new Act.SplitOff(wish.by(), moved.seenFrom(opened), wish.why()));
        return opened;
    }

    /** What is split off a drill is a drill; of the same runbook, where the alerts lead to none of their own. */
    private void drilled(IncidentView from, IncidentId opened) {
        reader.find(opened)
                .flatMap(view -> view.plan().book())
                .or(() -> from.plan().book())
                .ifPresent(
                        book -> drills.record(new LastDrills.Drill(opened, book.id(), book.revision(), ledger.now())));
    }

    /** Returns the alerts that may be split off: those that fire first, then the newest. */
    public List<KeptAlert> choices(IncidentId id) {
        return transactions.read(() -> moving.of(id)).stream()
                .sorted(FIRING_FIRST.thenComparing(
                        Comparator.comparingLong(KeptAlert::id).reversed()))
                .toList();
    }
}
