package dev.handrail.page.watch;

import dev.handrail.incident.IncidentId;
import dev.handrail.notice.Matter;
import dev.handrail.notice.NoticeBook;
import dev.handrail.notice.Owed;
import dev.handrail.notice.Topic;
import dev.handrail.platform.Recurring;
import dev.handrail.platform.Rounds;
import dev.handrail.platform.Transactions;
import dev.handrail.run.IncidentView;
import dev.handrail.run.desk.RunReader;
import dev.handrail.run.desk.RunService;
import dev.handrail.runbook.current.CurrentLibrary;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds open incidents that nobody would hear of again: no person has them, and no clock brings them back. That is a bug, or a
 * database that has lost rows. A clock that was lost is set anew; either way the operators are told. It reads what is stored, so
 * that neither a restart nor another replica tells twice.
 */
@Singleton
final class Watchdog implements Recurring {
    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final WatchRepository watched;
    private final RunService desk;
    private final RunReader runs;
    private final NoticeBook notices;
    private final CurrentLibrary library;
    private final InstantSource clock;
    private final Rounds rounds = new Rounds("watchdog", EVERY, this::look);

    Watchdog(
            Transactions transactions,
            WatchRepository watched,
            RunService desk,
            RunReader runs,
            NoticeBook notices,
            CurrentLibrary library,
            InstantSource clock) {
        this.transactions = transactions;
        this.watched = watched;
        this.desk = desk;
        this.runs = runs;
        this.notices = notices;
        this.library = library;
        this.clock = clock;
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }

    /** Looks once. What still holds is told again an hour later, and no sooner. */
    void look() {
        var operators = library.library().catalogue().defaultOwner();
        var found = transactions.read(watched::missing).stream()
                .flatMap(id -> matter(id).stream())
                .map(matter -> new Owed(operators, matter))
                .toList();
        notices.reconcile(Topic.STRANDED, found);
    }

    private Optional<Matter> matter(IncidentId id) {
        var armed = desk.armAnew(id);
        return runs.find(id).filter(view -> isOwedToSomebody(view, armed)).map(view -> stranded(view, armed));
    }

    /** What nobody is told of, and what is held on purpose, waits rightly. A clock that was lost is never right. */
    private static boolean isOwedToSomebody(IncidentView view, boolean armed) {
        var state = view.state();
        var held = state.gathering().isPresent() || state.condition().flapping().isPresent();
        return view.kind().pages()
                && state.isOpen()
                && (armed || (!held && state.responder().isEmpty()));
    }

    private Matter stranded(IncidentView view, boolean armed) {
        var id = view.incident().id();
        var since = view.timeline().getLast().at();
        var hours = Duration.between(since, clock.instant()).toHours();
        LOG.error(
                "incident={} stood still since {}: {}",
                id.value(),
                since,
                armed ? "its clock was lost, and is set anew" : "it has no person, no deadline and no end");
        return new Matter.Stranded(id.value(), view.incident().title(), armed, since, hours);
    }
}
