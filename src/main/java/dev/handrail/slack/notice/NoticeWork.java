package dev.handrail.slack.notice;

import dev.handrail.notice.Notice;
import dev.handrail.slack.deliver.Budget;
import dev.handrail.slack.deliver.FallbackChannel;
import dev.handrail.slack.gateway.MessageFinder;
import dev.handrail.slack.gateway.Outcome;
import dev.handrail.slack.gateway.Search;
import dev.handrail.slack.gateway.SlackGateway;
import dev.handrail.slack.gateway.SlackGateway.Address;
import dev.handrail.slack.gateway.SlotMark;
import dev.handrail.slack.lease.Lease;
import dev.handrail.slack.notice.NoticeSlotRepository.Row;
import dev.handrail.slack.render.Message;
import dev.handrail.slack.render.Slot.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings one notice to one recipient: posted once, edited when it says something else. */
final class NoticeWork {
    private static final Logger LOG = LoggerFactory.getLogger(NoticeWork.class);

    /** A call takes 5 s at most; a post that is begun for so long is nobody's any more. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(15);

    private static final Duration PAUSE = Duration.ofSeconds(20);

    private final Slack slack;
    private final NoticeSlotRepository rows;
    private final Lease lease;
    private final InstantSource clock;

    /** What it is sent with. */
    record Slack(SlackGateway gateway, MessageFinder finder, Budget budget, FallbackChannel fallback) {}

    NoticeWork(Slack slack, NoticeSlotRepository rows, Lease lease, InstantSource clock) {
        this.slack = slack;
        this.rows = rows;
        this.lease = lease;
        this.clock = clock;
    }

    /** Says whether this process is the one that writes to Slack. */
    boolean mayCall() {
        return lease.isHeld();
    }

    /** Returns when to go on; empty once Slack shows the message, or has refused it for good. */
    Optional<Instant> deliver(Notice notice, String recipient, Message message) {
        var row = rows.find(notice.id(), recipient);
        if (row.isEmpty()) {
            return notice.open().isEmpty() ? Optional.empty() : begin(notice, recipient, message);
        }
        var known = row.get();
        if (known.message().isPresent() || known.content() != null) {
            return edit(known, message);
        }
        return known.intentAt() == null ? again(notice, known, message) : resume(known, message);
    }

    /** The first to store the intent posts it. */
    private Optional<Instant> begin(Notice notice, String recipient, Message message) {
        var wait = slack.budget().takePost(recipient, Urgency.CARD);
        return wait.isPresent() ? wait : post(keep(Row.intending(notice.id(), recipient, clock.instant())), message);
    }

    private Optional<Instant> again(Notice notice, Row row, Message message) {
        if (notice.open().isEmpty()) {
            return Optional.empty();
        }
        var place = target(row);
        var wait = slack.budget().takePost(place, Urgency.CARD);
        return wait.isPresent() ? wait : post(keep(row.trying(place, clock.instant())), message);
    }

    private Optional<Instant> post(Row row, Message message) {
        var address = address(row);
        var outcome = slack.gateway().post(address, message, mark(row));
        if (isOutside(outcome) && slack.finder().join(address.channel())) {
            outcome = slack.gateway().post(address, message, mark(row));
        }
        if (isContent(outcome)) {
            outcome = slack.gateway().post(address, message.plainest(), mark(row));
        }
        return switch (outcome) {
            case Outcome.Sent sent -> settled(row.shown(sent, message.hash()));
            case Outcome.RateLimited limited -> {
                keep(row.unsent());
                yield Optional.of(slack.budget().pausePosts(address.channel(), limited.retryAfter()));
            }
            case Outcome.Ambiguous ambiguous -> later(row, "no clear answer (" + ambiguous.why() + ")");
            case Outcome.Refused refused -> refused(row, message, refused);
        };
    }

    /** A post was begun, and its answer never came; or another replica is about to have it. */
    private Optional<Instant> resume(Row row, Message message) {
        var since = Objects.requireNonNull(row.intentAt());
        var due = since.plus(UNDER_WAY);
        if (due.isAfter(clock.instant())) {
            return Optional.of(due);
        }
        return switch (slack.finder().find(address(row), mark(row), since)) {
            case Search.Found found -> edit(keep(row.shown(found.message(), null)), message);
            case Search.Nowhere _ -> {
                keep(row.unsent());
                yield Optional.of(clock.instant());
            }
            case Search.Failed _ -> later(row, "cannot be looked for");
        };
    }

    private Optional<Instant> edit(Row row, Message message) {
        var place = row.message();
        if (place.isEmpty() || message.hash().equals(row.content())) {
            return Optional.empty();
        }
        var wait = slack.budget().takeEdit(Urgency.CARD);
        if (wait.isPresent()) {
            return wait;
        }
        var outcome = slack.gateway().update(place.get(), message, mark(row));
        if (isContent(outcome)) {
            outcome = slack.gateway().update(place.get(), message.plainest(), mark(row));
        }
        return switch (outcome) {
            case Outcome.Sent _ -> settled(row.shown(place.get(), message.hash()));
            case Outcome.RateLimited limited -> Optional.of(slack.budget().pauseEdits(limited.retryAfter()));
            case Outcome.Ambiguous ambiguous -> later(row, "no clear answer (" + ambiguous.why() + ")");
            case Outcome.Refused refused -> refused(row, message, refused);
        };
    }

    /** Handrail itself may be let in again, and what is over may pass; anything else will be refused the next time too. */
    private Optional<Instant> refused(Row row, Message message, Outcome.Refused refused) {
        return switch (refused.reason()) {
            case ACCESS, OTHER -> {
                keep(row.message().isPresent() ? row : row.unsent());
                yield later(row, refused.error());
            }
            case PLACE -> elsewhere(row, message, refused);
            case MESSAGE, CONTENT -> givenUp(row, message, refused);
        };
    }

    /** A person who has left, or a channel that is closed: the library's default channel is read by somebody. */
    private Optional<Instant> elsewhere(Row row, Message message, Outcome.Refused refused) {
        var fallback = slack.fallback().name();
        if (row.message().isPresent() || fallback.equals(row.channel())) {
            return givenUp(row, message, refused);
        }
        keep(row.moved(fallback, refused.error()));
        return Optional.of(clock.instant());
    }

    private Optional<Instant> givenUp(Row row, Message message, Outcome.Refused refused) {
        LOG.warn("notice={} to={} Slack: {}; leaving it", row.noticeId(), row.contact(), refused.error());
        return settled(row.givenUp(message.hash(), refused.error()));
    }

    private Optional<Instant> later(Row row, String why) {
        var at = clock.instant().plus(PAUSE);
        LOG.warn("notice={} to={} Slack: {}; trying again at {}", row.noticeId(), row.contact(), why, at);
        return Optional.of(at);
    }

    private Optional<Instant> settled(Row row) {
        keep(row);
        return Optional.empty();
    }

    private Row keep(Row row) {
        return lease.store(() -> row.id() == null ? rows.save(row) : rows.update(row));
    }

    private static String target(Row row) {
        return row.channel() == null ? row.contact() : row.channel();
    }

    private static Address address(Row row) {
        return new Address(target(row), Optional.empty(), false);
    }

    private static SlotMark mark(Row row) {
        return SlotMark.ofNotice(row.noticeId(), row.contact());
    }

    private static boolean isOutside(Outcome outcome) {
        return outcome instanceof Outcome.Refused refused && refused.error().equals("not_in_channel");
    }

    private static boolean isContent(Outcome outcome) {
        return outcome instanceof Outcome.Refused refused && refused.reason() == Outcome.Reason.CONTENT;
    }
}
