package dev.handrail.notice;

import dev.handrail.platform.Recurring;
import dev.handrail.platform.Rounds;
import dev.handrail.proposal.Proposals;
import dev.handrail.runbook.current.CurrentLibrary;
import dev.handrail.runbook.library.Library;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every second whether the library says something else or somebody picked a runbook, and every hour whether a review has
 * become due. What cannot be
 * stored is looked at again at the next turn.
 */
@Singleton
final class NoticeWatch implements Recurring {
    private static final Logger LOG = LoggerFactory.getLogger(NoticeWatch.class);
    private static final Duration TURN = Duration.ofSeconds(1);
    private static final Duration REVIEWS = Duration.ofHours(1);

    private final CurrentLibrary current;
    private final NoticeBook book;
    private final Proposals proposals;
    private final InstantSource clock;
    private final Rounds rounds = new Rounds("notices", TURN, this::look);
    private Optional<Library> told = Optional.empty();
    private List<Proposals.Open> proposed = List.of();
    private Instant nextReviews = Instant.MIN;

    NoticeWatch(CurrentLibrary current, NoticeBook book, Proposals proposals, InstantSource clock) {
        this.current = current;
        this.book = book;
        this.proposals = proposals;
        this.clock = clock;
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }

    private void look() {
        var library = current.library();
        var now = clock.instant();
        var isNew = told.filter(library::equals).isEmpty();
        if (isNew) {
            made(Topic.BROKEN_FILES, book.reconcile(Topic.BROKEN_FILES, new LibraryMatters(library).brokenFiles()));
        }
        if (isNew || !now.isBefore(nextReviews)) {
            var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            made(Topic.REVIEWS, book.reconcile(Topic.REVIEWS, new LibraryMatters(library).reviews(today)));
            nextReviews = now.plus(REVIEWS);
        }
        var open = proposals.open();
        if (isNew || !open.equals(proposed)) {
            made(Topic.PROPOSALS, book.reconcile(Topic.PROPOSALS, new LibraryMatters(library).proposals(open)));
            proposed = open;
        }
        told = Optional.of(library);
    }

    private static void made(Topic topic, int count) {
        if (count > 0) {
            LOG.info("notices={} topic={}", count, topic);
        }
    }
}
