package dev.handrail.page;

import dev.handrail.incident.IncidentId;
import dev.handrail.page.book.PageRepository;
import dev.handrail.platform.Recurring;
import dev.handrail.platform.Rounds;
import dev.handrail.platform.Transactions;
import dev.handrail.run.desk.IncidentListener;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides when which page is tried: at once after the commit that owes it, and every second for what others owe or a crash left
 * behind. Whoever tries one has it for a minute; a try that never ended is made again then.
 */
@Singleton
final class PageDelivery implements IncidentListener, Recurring {
    private static final Logger LOG = LoggerFactory.getLogger(PageDelivery.class);
    private static final Duration TURN = Duration.ofSeconds(1);
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final int AT_ONCE = 50;

    private final PageRepository pages;
    private final PageWork work;
    private final Transactions transactions;
    private final InstantSource clock;
    private final Rounds rounds = new Rounds("pages", TURN, this::turn);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    PageDelivery(PageRepository pages, PageWork work, Transactions transactions, InstantSource clock) {
        this.pages = pages;
        this.work = work;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }

    @Override
    public void changed(IncidentId id) {
        rounds.wake();
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }

    /** A server that is slow to answer holds up nobody else. */
    private void turn() {
        var now = clock.instant();
        for (var row : transactions.read(() -> pages.due(now, AT_ONCE))) {
            var due = row.dueAt();
            var id = row.number();
            if (due != null && transactions.write(() -> pages.claim(id, due, now.plus(LEASE))) == 1) {
                threads.execute(() -> tryOne(id));
            }
        }
    }

    private void tryOne(long id) {
        try {
            transactions.read(() -> pages.findById(id)).ifPresent(work::doOne);
        } catch (RuntimeException e) {
            LOG.error("page={} cannot be tried; trying again within {}", id, LEASE, e);
        }
    }
}
