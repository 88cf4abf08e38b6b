package dev.handrail.page;

import dev.handrail.incident.IncidentId;
import dev.handrail.ownership.contact.Contact;
import dev.handrail.page.book.Act;
import dev.handrail.page.book.DeliveryRepository;
import dev.handrail.page.book.Owed;
import dev.handrail.page.book.PageBook;
import dev.handrail.page.book.PageRepository;
import dev.handrail.page.book.PageRepository.End;
import dev.handrail.page.book.PageRepository.Row;
import dev.handrail.page.send.PageSettings;
import dev.handrail.page.send.Result;
import dev.handrail.page.send.Ways;
import dev.handrail.platform.Transactions;
import dev.handrail.run.Command;
import dev.handrail.run.IncidentView;
import dev.handrail.run.RunEvent;
import dev.handrail.run.RunState.Paging;
import dev.handrail.run.desk.RunReader;
import dev.handrail.run.desk.RunService;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One try of one page, and what becomes of the page then. */
@Singleton
final class PageWork {
    private static final Logger LOG = LoggerFactory.getLogger(PageWork.class);
    private static final int MOST_TRIES = 12;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final PageRepository pages;
    private final DeliveryRepository deliveries;
    private final RunReader runs;
    private final RunService desk;
    private final Settling settling;
    private final Letters letters;
    private final Ways ways;
    private final Duration firstPause;
    private final Transactions transactions;
    private final InstantSource clock;

    PageWork(
            PageRepository pages,
            DeliveryRepository deliveries,
            RunReader runs,
            RunService desk,
            Settling settling,
            Letters letters,
            Ways ways,
            PageSettings settings,
            Transactions transactions,
            InstantSource clock) {
        this.pages = pages;
        this.deliveries = deliveries;
        this.runs = runs;
        this.desk = desk;
        this.settling = settling;
        this.letters = letters;
        this.ways = ways;
        this.firstPause = settings.pause();
        this.transactions = transactions;
        this.clock = clock;
    }

    void doOne(Row row) {
        var owed = PageBook.owed(row);
        var view = runs.find(new IncidentId(row.incidentId())).orElseThrow();
        var tellings = tellings(row, owed);
        var needless = needless(view, row, owed.act(), tellings);
        if (needless.isPresent()) {
            settling.settle(row, End.OVERTAKEN, needless.get());
        } else if (tellings.stream().anyMatch(other -> other.end() == null)) {
            postpone(row, "its page is still under way");
        } else if (owed.contact() instanceof Contact.Outside contact) {
            tryOnce(view, row, contact);
        }
    }

    /** Returns the pages that a word to the same contact follows; none for a page itself. */
    private List<Row> tellings(Row row, Owed owed) {
        return owed.act() == Act.TELL
                ? List.of()
                : transactions.read(() -> pages.of(row.incidentId())).stream()
                        .filter(other -> isPageOf(other, owed))
                        .toList();
    }

    private static boolean isPageOf(Row other, Owed word) {
        var said = PageBook.owed(other);
        return said.act() == Act.TELL && said.contact().equals(word.contact()) && said.takings() == word.takings();
    }

    /** Returns why nobody has to be told; empty where somebody has. */
    private static Optional<String> needless(IncidentView view, Row row, Act act, List<Row> tellings) {
        if (!view.kind().pages()) {
            return Optional.of("nobody is told: it is a drill, or only watched");
        }
        if (act == Act.TELL) {
            return view.state().paging().isEmpty()
                    ? Optional.of("somebody had it, or it was over, before it was sent")
                    : Optional.empty();
        }
        if (tellings.stream().anyMatch(other -> other.number() > row.number())) {
            return Optional.of("they were told anew meanwhile");
        }
        // A try that was not answered may have arrived.
        return tellings.stream().noneMatch(other -> other.mayHaveArrived() || other.end() == null)
                ? Optional.of("nobody had been told there")
                : Optional.empty();
    }

    private void tryOnce(IncidentView view, Row row, Contact.Outside contact) {
        var letter = letters.write(view, row, clock.instant());
        var result = ways.send(letter, contact);
        note(row, result);
        LOG.info("incident={} page={} try={} {} {}", row.incidentId(), row.id(), row.tries(), contact.way(), result);
        switch (result) {
            case Result.Sent _ -> settling.settle(row, End.SENT, null);
            case Result.NotSetUp without -> settling.settle(row, End.NOT_SET_UP, without.detail());
            case Result.Refused refused -> fail(view, row, refused.detail());
            case Result.Later later -> {
                if (row.tries() < MOST_TRIES) {
                    postpone(row, later.detail());
                } else {
                    fail(view, row, later.detail());
                }
            }
        }
    }

    private void fail(IncidentView view, Row row, String why) {
        LOG.error("incident={} page={} cannot be delivered: {}", row.incidentId(), row.id(), why);
        settling.settle(row, End.FAILED, why);
        goOn(view, row);
    }

    /** Where nobody of a telling can be reached, whoever is next need not wait; after a crash just here, they wait as ever. */
    private void goOn(IncidentView view, Row row) {
        var telling = row.pageKey().substring(0, row.pageKey().indexOf('/'));
        for (var happened : view.timeline()) {
            if (happened.event() instanceof RunEvent.LevelTold told
                    && telling.equals(Long.toString(happened.position()))
                    && failed(row.incidentId(), telling) == told.tell().size()) {
                var paging = Paging.of(told, happened.at());
                desk.handle(view.incident().id(), new Command.PageFailed(paging), () -> {});
            }
        }
    }

    /** What was told in Slack is no page: a telling with such a contact never fails as a whole. */
    private long failed(long incident, String telling) {
        return transactions.read(() -> pages.of(incident)).stream()
                .filter(page -> page.pageKey().startsWith(telling + "/"))
                .filter(page -> page.hasEnded(End.FAILED))
                .count();
    }

    private void note(Row row, Result result) {
        var word = switch (result) {
            case Result.Sent _ -> "SENT";
            case Result.Later _ -> "LATER";
            case Result.NotSetUp _ -> "NOT_SET_UP";
            case Result.Refused _ -> "REFUSED";
        };
        var detail = Settling.cut(result.detail());
        var at = settling.now();
        transactions.run(() -> deliveries.save(new DeliveryRepository.Row(null, row.number(), at, word, detail)));
    }

    private void postpone(Row row, String why) {
        settling.postpone(row, settling.now().plus(pause(row.tries())), why);
    }

    /** Doubles to at most 5 min: about half an hour in all before it is given up. */
    private Duration pause(int tries) {
        var doubled = firstPause.multipliedBy(1L << Math.min(Math.max(tries - 1, 0), 10));
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }
}
