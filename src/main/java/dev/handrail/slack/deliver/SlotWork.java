package dev.handrail.slack.deliver;

import dev.handrail.platform.source.Durations;
import dev.handrail.slack.deliver.SlotRepository.Row;
import dev.handrail.slack.gateway.Outcome;
import dev.handrail.slack.gateway.Search;
import dev.handrail.slack.gateway.SlackGateway.Address;
import dev.handrail.slack.gateway.SlotMark;
import dev.handrail.slack.render.Message;
import dev.handrail.slack.render.Slot;
import dev.handrail.slack.render.Slot.Urgency;
import dev.handrail.slack.render.Slot.Where;
import dev.handrail.slack.text.Mrkdwn;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Brings one slot after the other of an incident to what it should show. */
final class SlotWork {
    private static final Duration WITHOUT_LEASE = Duration.ofSeconds(1);
    private static final Duration TO_THE_SECOND = Duration.ofMinutes(2);

    private final Tools tools;
    private final SlotBook book;
    private final Refusals refusals;

    SlotWork(Tools tools, SlotBook book, boolean open, List<Slot> slots) {
        this.tools = tools;
        this.book = book;
        this.refusals = new Refusals(tools, book, open, slots);
    }

    /** Posts a slot that does not stand anywhere yet, unless its moment has passed. */
    Progress post(Slot slot) {
        var row = book.row(slot.key());
        if (row.isIntent()) {
            return resume(slot, row);
        }
        var hash = slot.message().hash();
        if (!slot.isWanted() || row.isSettledWith(hash)) {
            return new Progress.Settled();
        }
        var address = address(slot, row);
        if (address.isEmpty()) {
            return new Progress.Blocked();
        }
        if (isCard(slot)) {
            tools.cards().changed(book.incident());
        }
        var wait = mayCall().or(() -> tools.budget().takePost(address.get().channel(), slot.urgency()));
        if (wait.isPresent()) {
            return new Progress.Later(wait.get());
        }
        tools.lease().remember();
        var intent = book.keep(row.intending(address.get().channel(), hash, tools.now()));
        return posted(slot, intent, address.get());
    }

    private Progress posted(Slot slot, Row intent, Address address) {
        return switch (send(slot, address)) {
            case Outcome.Sent sent ->
                settled(slot, intent.shown(sent, slot.message().hash()));
            case Outcome.RateLimited limited -> {
                book.keep(intent.unsent());
                yield new Progress.Later(tools.budget().pausePosts(address.channel(), limited.retryAfter()));
            }
            case Outcome.Ambiguous ambiguous -> refusals.ambiguous(slot, ambiguous);
            case Outcome.Refused refused -> refusals.ofPost(slot, intent, refused);
        };
    }

    /**
     * A public channel is joined first where need be; a message that Slack does not take is sent without its formatting, because
     * somebody waits for its buttons.
     */
    private Outcome send(Slot slot, Address address) {
        var mark = mark(slot);
        var message = shown(slot);
        var outcome = tools.gateway().post(address, message, mark);
        if (isOutside(outcome) && tools.finder().join(address.channel())) {
            outcome = tools.gateway().post(address, message, mark);
        }
        return isContent(outcome) ? tools.gateway().post(address, plainest(slot, outcome), mark) : outcome;
    }

    private static boolean isOutside(Outcome outcome) {
        return outcome instanceof Outcome.Refused refused && refused.error().equals("not_in_channel");
    }

    /** A post was begun, and its answer never came. */
    private Progress resume(Slot slot, Row intent) {
        var since = intent.intentAt() == null ? tools.now() : intent.intentAt();
        var search = address(slot, intent)
                .map(address -> tools.finder().find(address, mark(slot), since))
                .orElseGet(Search.Nowhere::new);
        return switch (search) {
            case Search.Found found -> {
                book.keep(intent.found(found.message()));
                yield edit(slot);
            }
            case Search.Nowhere _ -> {
                book.keep(intent.unsent());
                yield post(slot);
            }
            case Search.Failed(Outcome.RateLimited limited) ->
                new Progress.Later(tools.now().plus(limited.retryAfter()));
            case Search.Failed _ -> new Progress.Later(tools.backoff().next(book.incident()));
        };
    }

    /** Edits a slot that stands somewhere, if it should show something else. */
    Progress edit(Slot slot) {
        var row = book.row(slot.key());
        var place = row.message();
        if (place.isEmpty() || row.isSettledWith(slot.message().hash())) {
            return new Progress.Settled();
        }
        var wait = mayCall().or(() -> cardDelay(slot)).or(() -> tools.budget().takeEdit(slot.urgency()));
        if (wait.isPresent()) {
            return new Progress.Later(wait.get());
        }
        tools.lease().remember();
        return switch (update(slot, place.get())) {
            case Outcome.Sent _ ->
                settled(slot, row.shown(place.get(), slot.message().hash()));
            case Outcome.RateLimited limited ->
                new Progress.Later(tools.budget().pauseEdits(limited.retryAfter()));
            case Outcome.Ambiguous ambiguous -> refusals.ambiguous(slot, ambiguous);
            case Outcome.Refused refused -> refusals.ofEdit(slot, row, refused);
        };
    }

    private Outcome update(Slot slot, Outcome.Sent place) {
        var outcome = tools.gateway().update(place, shown(slot), mark(slot));
        return isContent(outcome) ? tools.gateway().update(place, plainest(slot, outcome), mark(slot)) : outcome;
    }

    private Message plainest(Slot slot, Outcome outcome) {
        refusals.warn(slot, outcome, "showing it without formatting");
        return slot.message().plainest();
    }

    private Progress settled(Slot slot, Row row) {
        book.keep(row);
        tools.backoff().reset(book.incident());
        if (isCard(slot)) {
            tools.cards().done(book.incident());
        }
        return new Progress.Settled();
    }

    /** Returns when to look again; empty while this process is the one that writes to Slack. */
    private Optional<Instant> mayCall() {
        return tools.lease().isHeld()
                ? Optional.empty()
                : Optional.of(tools.now().plus(WITHOUT_LEASE));
    }

    private Optional<Instant> cardDelay(Slot slot) {
        return slot.urgency() == Urgency.CARD ? tools.cards().until(book.incident()) : Optional.empty();
    }

    /**
     * Returns the message, and on a card that had to wait for long, that it had to. That is no part of what the slot is settled
     * with: it is true until the next change, and needs no edit to be taken back.
     */
    private Message shown(Slot slot) {
        return isCard(slot)
                ? tools.cards()
                        .lateness(book.incident())
                        .map(waited ->
                                slot.message().notedBelow(Mrkdwn.say("card.late", Durations.text(rounded(waited)))))
                        .orElse(slot.message())
                : slot.message();
    }

    private static Duration rounded(Duration waited) {
        return waited.truncatedTo(waited.compareTo(TO_THE_SECOND) < 0 ? ChronoUnit.SECONDS : ChronoUnit.MINUTES);
    }

    private static boolean isCard(Slot slot) {
        return slot.key().equals(Slot.ROOT);
    }

    /** Returns where a slot goes; empty for a reply while there is nothing to reply to. */
    private Optional<Address> address(Slot slot, Row row) {
        return switch (slot.where()) {
            case Where.Root root -> Optional.of(alone(row.channel() == null ? root.channel() : row.channel()));
            case Where.InThread reply ->
                book.row(Slot.ROOT)
                        .message()
                        .map(root -> new Address(root.channel(), Optional.of(root.ts()), reply.alsoInChannel()));
            case Where.Direct direct -> Optional.of(alone(direct.user()));
            case Where.Elsewhere elsewhere -> Optional.of(alone(elsewhere.channel()));
        };
    }

    private static Address alone(String channel) {
        return new Address(channel, Optional.empty(), false);
    }

    private SlotMark mark(Slot slot) {
        return new SlotMark(book.incident(), slot.key());
    }

    private static boolean isContent(Outcome outcome) {
        return outcome instanceof Outcome.Refused refused && refused.reason() == Outcome.Reason.CONTENT;
    }
}
