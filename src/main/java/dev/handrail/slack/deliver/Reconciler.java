package dev.handrail.slack.deliver;

import dev.handrail.incident.IncidentId;
import dev.handrail.page.book.SentPages;
import dev.handrail.run.IncidentView;
import dev.handrail.run.desk.RunReader;
import dev.handrail.run.past.Precedents;
import dev.handrail.slack.render.Projection;
import dev.handrail.slack.render.Slot;
import dev.handrail.slack.render.Slot.Urgency;
import dev.handrail.slack.render.Slot.Where;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Compares what Slack should show of an incident with what it was last sent, and sends the difference: first what is missing,
 * in order within each conversation, then what has changed, the most urgent first.
 */
final class Reconciler {
    private final RunReader runs;
    private final Precedents precedents;
    private final SentPages pages;
    private final SlotRepository rows;
    private final Projection projection;
    private final Tools tools;

    Reconciler(
            RunReader runs,
            Precedents precedents,
            SentPages pages,
            SlotRepository rows,
            Projection projection,
            Tools tools) {
        this.pages = pages;
        this.runs = runs;
        this.precedents = precedents;
        this.rows = rows;
        this.projection = projection;
        this.tools = tools;
    }

    /** Does what can be done now. Returns when there is more to do; empty when Slack shows everything. */
    Optional<Instant> pass(IncidentId id) {
        return runs.find(id).map(precedents::with).map(pages::with).flatMap(this::pass);
    }

    private Optional<Instant> pass(IncidentView view) {
        var id = view.incident().id();
        var slots = projection.of(view);
        var book = new SlotBook(rows, tools.lease(), id);
        var work = new SlotWork(tools, book, view.state().isOpen(), slots);
        var missing = slots.stream()
                .filter(slot -> book.row(slot.key()).message().isEmpty())
                .toList();
        var again = earlier(post(work, missing, view), edit(work, slots));
        if (again.isEmpty()) {
            tools.backoff().reset(id);
            runs.delivered(view);
            return isToldOf(view) ? again : Optional.of(tools.now());
        }
        return again;
    }

    /** What becomes of a page is no event, by which it would be seen that it came after the view was read. */
    private boolean isToldOf(IncidentView view) {
        return pages.with(view).tellings().equals(view.tellings());
    }

    private Optional<Instant> post(SlotWork work, List<Slot> missing, IncidentView view) {
        var stopped = new HashSet<String>();
        Optional<Instant> again = Optional.empty();
        for (var at = 0; at < missing.size(); at++) {
            var slot = missing.get(at);
            if ((at > 0 || slot.urgency() == Urgency.PAGE) && hasMovedOn(view)) {
                return Optional.of(tools.now());
            }
            var lane = lane(slot.where());
            if (stopped.contains(lane)) {
                continue;
            }
            switch (work.post(slot)) {
                case Progress.Settled _ -> {}
                case Progress.Blocked _ -> stopped.add(lane);
                case Progress.Later later -> {
                    stopped.add(lane);
                    again = earlier(again, Optional.of(later.at()));
                }
            }
        }
        return again;
    }

    /** A page may have been taken while Slack was slow to answer for the slot before it. */
    private boolean hasMovedOn(IncidentView view) {
        return runs.head(view.incident().id())
                .filter(head -> head.place() != view.position())
                .isPresent();
    }

    private static Optional<Instant> edit(SlotWork work, List<Slot> slots) {
        Optional<Instant> again = Optional.empty();
        for (var slot :
                slots.stream().sorted(Comparator.comparing(Slot::urgency)).toList()) {
            if (work.edit(slot) instanceof Progress.Later later) {
                again = earlier(again, Optional.of(later.at()));
            }
        }
        return again;
    }

    /** Returns the conversation that a slot belongs to. What one of them refuses holds up no other. */
    private static String lane(Where where) {
        return switch (where) {
            case Where.Root _, Where.InThread _ -> "thread";
            case Where.Direct direct -> direct.user();
            case Where.Elsewhere elsewhere -> elsewhere.channel();
        };
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        return one.isPresent() && other.isPresent()
                ? Optional.of(one.get().isBefore(other.get()) ? one.get() : other.get())
                : one.or(() -> other);
    }
}
