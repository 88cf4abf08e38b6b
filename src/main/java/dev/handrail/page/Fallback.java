package dev.handrail.page;

import dev.handrail.incident.IncidentId;
import dev.handrail.ownership.contact.Contact;
import dev.handrail.page.book.Act;
import dev.handrail.page.book.Owed;
import dev.handrail.page.book.PageBook;
import dev.handrail.page.book.PageRepository;
import dev.handrail.page.send.PageSettings;
import dev.handrail.page.send.Reach;
import dev.handrail.platform.Recurring;
import dev.handrail.platform.Rounds;
import dev.handrail.platform.Transactions;
import dev.handrail.run.Happened;
import dev.handrail.run.IncidentView;
import dev.handrail.run.RunEvent;
import dev.handrail.run.RunState.Paging;
import dev.handrail.run.desk.RunReader;
import dev.handrail.runbook.current.CurrentLibrary;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells people outside Slack what Slack has not taken for too long: the next contacts of the level that are not in Slack, else
 * those of the level after it. Only while Slack takes nothing at all: a thread that waits for its turn in the budget has been told.
 */
@Singleton
final class Fallback implements Recurring {
    private static final Logger LOG = LoggerFactory.getLogger(Fallback.class);
    private static final Duration TURN = Duration.ofSeconds(5);
    private static final String WHY =
            "Slack cannot be reached, where you would have been told; walk it in the browser meanwhile";

    private final Optional<Reach> slack;
    private final RunReader runs;
    private final PageRepository pages;
    private final PageBook book;
    private final Transactions transactions;
    private final Duration patience;
    private final CurrentLibrary library;
    private final InstantSource clock;
    private final Rounds rounds = new Rounds("fallback", TURN, this::look);

    Fallback(
            Optional<Reach> slack,
            RunReader runs,
            PageRepository pages,
            PageBook book,
            Transactions transactions,
            PageSettings settings,
            CurrentLibrary library,
            InstantSource clock) {
        this.slack = slack;
        this.runs = runs;
        this.pages = pages;
        this.book = book;
        this.transactions = transactions;
        this.patience = settings.fallbackAfter();
        this.library = library;
        this.clock = clock;
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }

    private void look() {
        var before = clock.instant().minus(patience);
        if (slack.flatMap(Reach::unreachableSince)
                .filter(since -> !since.isAfter(before))
                .isPresent()) {
            tellInstead(before);
        }
    }

    private void tellInstead(Instant before) {
        runs.pagingUnshownSince(before)
                .forEach(id -> runs.find(id)
                        .filter(view -> view.kind().pages())
                        .ifPresent(view -> view.state()
                                .paging()
                                .filter(paging -> !paging.toldAt().isAfter(before))
                                .ifPresent(paging -> tell(view, paging))));
    }

    private void tell(IncidentView view, Paging paging) {
        view.timeline().reversed().stream()
                .filter(happened -> happened.event() instanceof RunEvent.LevelTold)
                .findFirst()
                .ifPresent(told -> tell(view, paging, told));
    }

    private void tell(IncidentView view, Paging paging, Happened happened) {
        var id = view.incident().id();
        var pinned = view.plan().policyAt(view.state().step());
        var policy = library.library().catalogue().asOfNow(pinned);
        var owed = policy.levels().subList(paging.level(), policy.levels().size()).stream()
                .map(level -> level.calledAt(happened.at()).contacts().stream()
                        .filter(Contact.Outside.class::isInstance)
                        .map(contact -> owed(id, level.name(), contact))
                        .toList())
                .filter(contacts -> !contacts.isEmpty())
                .findFirst()
                .orElse(List.of());
        var key = happened.position() + "-instead";
        var added = transactions.writeAgainOnConflict(() -> isTold(id, happened, key) ? 0 : add(id, key, owed));
        if (added > 0) {
            LOG.warn(
                    "incident={} Slack has not taken its page for {}; telling {} outside Slack",
                    id.value(),
                    patience,
                    added);
        }
    }

    private int add(IncidentId id, String key, List<Owed> owed) {
        book.add(id, key, owed);
        return owed.size();
    }

    private Owed owed(IncidentId id, String whom, Contact contact) {
        return new Owed(Act.TELL, contact, whom, WHY, book.now(), true, book.takings(id, contact));
    }

    /** Somebody is told outside Slack already, by this telling of the level. */
    private boolean isTold(IncidentId id, Happened happened, String key) {
        return pages.of(id.value()).stream()
                .anyMatch(row -> Stream.of(happened.position() + "/", key + "/").anyMatch(row.pageKey()::startsWith));
    }
}
