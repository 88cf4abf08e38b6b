package dev.handrail.page.watch;

import dev.handrail.notice.Matter;
import dev.handrail.notice.NoticeBook;
import dev.handrail.notice.Owed;
import dev.handrail.notice.Topic;
import dev.handrail.page.book.SentPages;
import dev.handrail.platform.Recurring;
import dev.handrail.platform.Rounds;
import dev.handrail.runbook.current.CurrentLibrary;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Tells the operators of pages that were given up, while their incidents are open: once for each contact of an incident. */
@Singleton
final class FailedPages implements Recurring {
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final SentPages pages;
    private final NoticeBook notices;
    private final CurrentLibrary library;
    private final Rounds rounds = new Rounds("failed-pages", EVERY, this::look);
    private Optional<List<Owed>> seen = Optional.empty();

    FailedPages(SentPages pages, NoticeBook notices, CurrentLibrary library) {
        this.pages = pages;
        this.notices = notices;
        this.library = library;
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }

    private void look() {
        var operators = library.library().catalogue().defaultOwner();
        var failed = pages.undelivered().stream()
                .map(page -> new Matter.PageFailed(page.incident().value(), page.whom(), page.way(), page.standing()))
                .map(matter -> new Owed(operators, matter))
                .toList();
        if (seen.filter(failed::equals).isEmpty()) {
            notices.reconcile(Topic.FAILED_PAGES, failed);
            seen = Optional.of(failed);
        }
    }
}
