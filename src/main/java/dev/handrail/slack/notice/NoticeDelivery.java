package dev.handrail.slack.notice;

import dev.handrail.notice.Notice;
import dev.handrail.notice.NoticeBook;
import dev.handrail.platform.Recurring;
import dev.handrail.platform.Rounds;
import dev.handrail.runbook.current.CurrentLibrary;
import dev.handrail.slack.Links;
import dev.handrail.slack.lease.LeaseLostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings every notice that Slack may not show to its owner, one after the other, every second. What is urgent is elsewhere. */
final class NoticeDelivery implements Recurring {
    private static final Logger LOG = LoggerFactory.getLogger(NoticeDelivery.class);
    private static final Duration TURN = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(20);
    private static final int AT_ONCE = 50;

    private final NoticeBook book;
    private final CurrentLibrary library;
    private final NoticeWork work;
    private final Links links;
    private final InstantSource clock = InstantSource.system();
    private final Map<Long, Instant> notBefore = new HashMap<>();
    private final Rounds rounds = new Rounds("notice-delivery", TURN, this::turn);

    NoticeDelivery(NoticeBook book, CurrentLibrary library, NoticeWork work, Links links) {
        this.book = book;
        this.library = library;
        this.work = work;
        this.links = links;
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }

    private void turn() {
        if (work.mayCall()) {
            book.undelivered(AT_ONCE).forEach(this::attempt);
        }
    }

    private void attempt(Notice notice) {
        var now = clock.instant();
        if (!work.mayCall() || notBefore.getOrDefault(notice.id(), now).isAfter(now)) {
            return;
        }
        try {
            deliver(notice).ifPresentOrElse(at -> notBefore.put(notice.id(), at), () -> done(notice));
        } catch (LeaseLostException e) {
            LOG.info("notice={} is left to another process: {}", notice.id(), e.getMessage());
        } catch (RuntimeException e) {
            notBefore.put(notice.id(), now.plus(PAUSE));
            LOG.error("notice={} cannot be shown in Slack; trying again in {}", notice.id(), PAUSE, e);
        }
    }

    /** Returns when to go on; empty when every recipient has it. */
    private Optional<Instant> deliver(Notice notice) {
        var catalogue = library.library().catalogue();
        var message = new NoticeMessage(notice, catalogue.owner(notice.owner()).name(), links);
        Optional<Instant> next = Optional.empty();
        for (var recipient : new Recipients(catalogue).of(notice.owner())) {
            var again = work.deliver(notice, recipient.place(), message.shown(recipient.mention()));
            next = next.isPresent() ? next : again;
        }
        return next;
    }

    private void done(Notice notice) {
        notBefore.remove(notice.id());
        book.delivered(notice);
    }
}
