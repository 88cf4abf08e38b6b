package dev.handrail.slack.deliver;

import dev.handrail.slack.deliver.SlotRepository.Row;
import dev.handrail.slack.gateway.Outcome;
import dev.handrail.slack.render.Slot;
import dev.handrail.slack.render.Slot.Where;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done when Slack says no. An incident whose channel is closed to us goes on in the fallback channel; what nobody can
 * mend by waiting is noted and left; everything else is tried again for as long as it takes.
 */
final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final Tools tools;
    private final SlotBook book;
    private final boolean open;
    private final List<Slot> slots;

    /**
     * @param open whether the incident is: one that is over is not moved any more
     * @param slots all of the incident's
     */
    Refusals(Tools tools, SlotBook book, boolean open, List<Slot> slots) {
        this.tools = tools;
        this.book = book;
        this.open = open;
        this.slots = slots;
    }

    Progress ambiguous(Slot slot, Outcome.Ambiguous ambiguous) {
        return again(slot, ambiguous);
    }

    Progress ofPost(Slot slot, Row intent, Outcome.Refused refused) {
        var row = book.keep(intent.unsent());
        return switch (refused.reason()) {
            case PLACE -> ofPlace(slot, row, refused);
            case CONTENT, MESSAGE -> giveUp(slot, row, refused);
            case ACCESS, OTHER -> again(slot, refused);
        };
    }

    Progress ofEdit(Slot slot, Row row, Outcome.Refused refused) {
        return switch (refused.reason()) {
            case PLACE -> ofPlace(slot, row, refused);
            case MESSAGE -> anew(slot, row, refused);
            case CONTENT -> giveUp(slot, row, refused);
            case ACCESS, OTHER -> again(slot, refused);
        };
    }

    private Progress ofPlace(Slot slot, Row row, Outcome.Refused refused) {
        return switch (slot.where()) {
            case Where.Root root -> move(slot, row, row.channel() == null ? root.channel() : row.channel(), refused);
            case Where.InThread _ -> moveRoot(slot, row, refused);
            case Where.Direct _, Where.Elsewhere _ -> giveUp(slot, row, refused);
        };
    }

    /** Posts the root to the fallback channel; where that is the one that refuses, there is nothing left but to insist. */
    private Progress move(Slot slot, Row row, String from, Outcome.Refused refused) {
        var target = tools.fallback().name();
        if (from.equals(target) || row.slackProblem() != null) {
            return row.message().isPresent() ? giveUp(slot, row, refused) : again(slot, refused);
        }
        if (!open && row.message().isPresent()) {
            return giveUp(slot, row, refused);
        }
        warn(slot, refused, "posting it to the fallback channel " + target);
        return moveAll(row, target, "%s in %s; moved to %s".formatted(refused.error(), from, target));
    }

    /** A reply is refused where the root was not: the thread goes on under a new root, once. */
    private Progress moveRoot(Slot slot, Row row, Outcome.Refused refused) {
        var root = book.row(Slot.ROOT);
        if (!open || root.slackProblem() != null || root.channel() == null) {
            return giveUp(slot, row, refused);
        }
        var target = tools.fallback().name();
        warn(slot, refused, "going on in the fallback channel " + target);
        return moveAll(root, target, "%s in %s; moved to %s".formatted(refused.error(), root.channel(), target));
    }

    /** The thread stays behind; what of it still waits for an answer is posted anew under the new root. */
    private Progress moveAll(Row root, String target, String problem) {
        book.keep(root.moved(target, problem));
        slots.stream()
                .filter(Slot::isOpenReply)
                .map(slot -> book.row(slot.key()))
                .filter(row -> row.message().isPresent())
                .forEach(row -> book.keep(row.moved(null, problem)));
        return new Progress.Later(tools.now());
    }

    /** A message that was deleted, or is too old to be edited, is posted anew; once, and only if it still matters. */
    private Progress anew(Slot slot, Row row, Outcome.Refused refused) {
        if (!open || slot.kind() != Slot.Kind.LIVING || row.slackProblem() != null) {
            return giveUp(slot, row, refused);
        }
        warn(slot, refused, "posting it anew");
        var target = slot.where() instanceof Where.Root ? row.channel() : null;
        book.keep(row.moved(target, refused.error() + "; posted anew"));
        return new Progress.Later(tools.now());
    }

    private Progress giveUp(Slot slot, Row row, Outcome.Refused refused) {
        warn(slot, refused, "leaving it as it is until it changes");
        book.keep(row.givenUp(slot.message().hash(), refused.error()));
        if (slot.key().equals(Slot.ROOT)) {
            tools.cards().done(book.incident());
        }
        return new Progress.Settled();
    }

    private Progress again(Slot slot, Outcome outcome) {
        var at = tools.backoff().next(book.incident());
        warn(slot, outcome, "trying again at " + at);
        return new Progress.Later(at);
    }

    void warn(Slot slot, Outcome outcome, String next) {
        LOG.warn("incident={} slot={} Slack: {}; {}", book.incident().value(), slot.key(), word(outcome), next);
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Sent _ -> "sent";
            case Outcome.RateLimited limited -> "asks to wait " + limited.retryAfter();
            case Outcome.Ambiguous ambiguous -> "no clear answer (" + ambiguous.why() + ")";
            case Outcome.Refused refused -> refused.error();
        };
    }
}
