package dev.handrail.page.book;

import dev.handrail.incident.IncidentId;
import dev.handrail.ownership.contact.Contact;
import dev.handrail.page.book.PageRepository.Row;
import dev.handrail.platform.Json;
import dev.handrail.platform.Text;
import dev.handrail.run.Happened;
import dev.handrail.run.RunEvent;
import dev.handrail.run.witness.EventWitness;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * Notes what is owed to contacts outside Slack, with the events that it comes of: a page for each contact of a level that was
 * told, and a word to those that keep an alert of their own when somebody has it, and when it is over.
 */
@Singleton
public final class PageBook implements EventWitness {
    private final PageRepository pages;
    private final InstantSource clock;

    PageBook(PageRepository pages, InstantSource clock) {
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    public void recorded(Recorded change) {
        var told = change.happened().stream()
                .filter(happened -> happened.event() instanceof RunEvent.LevelTold)
                .toList();
        if (!told.isEmpty()) {
            var why = Why.of(change.happened());
            told.forEach(happened -> tell(change.id(), happened, why));
        }
        var last = change.happened().getLast();
        if (change.before().isOpen() && !change.after().isOpen()) {
            follow(change.id(), last, Act.RESOLVE);
        } else if (change.before().paging().isPresent()
                && change.after().paging().isEmpty()) {
            if (change.after().responder().isPresent()) {
                follow(change.id(), last, Act.ACKNOWLEDGE);
            } else {
                pages.overtake(change.id().value());
            }
        }
    }

    private void tell(IncidentId id, Happened happened, String why) {
        if (happened.event() instanceof RunEvent.LevelTold told) {
            var whom = told.called().whom(told.name());
            var owed = told.tell().stream()
                    .filter(Contact.Outside.class::isInstance)
                    .map(contact -> new Owed(Act.TELL, contact, whom, why, happened.at(), false, takings(id, contact)))
                    .toList();
            add(id, Long.toString(happened.position()), owed);
        }
    }

    /** Joins the caller's transaction. */
    public void add(IncidentId id, String key, List<Owed> owed) {
        var rows = new ArrayList<Row>();
        for (var one : owed) {
            rows.add(new Row(
                    null,
                    id.value(),
                    "%s/%d/%s".formatted(key, rows.size(), one.act()),
                    Text.storable(Json.write(one)),
                    one.at(),
                    0,
                    null,
                    null));
        }
        if (!rows.isEmpty()) {
            pages.saveAll(rows);
        }
    }

    /** Returns how often somebody has taken what a contact was told that keeps an alert of its own. */
    public int takings(IncidentId id, Contact contact) {
        return takings(pages.of(id.value()).stream().map(PageBook::owed).toList(), contact);
    }

    /** Says whether some service keeps by this count what it was told last; by a lower one it keeps an earlier page. */
    public boolean isCurrent(IncidentId id, int takings) {
        var all = pages.of(id.value()).stream().map(PageBook::owed).toList();
        return all.stream()
                .filter(one -> one.act() == Act.TELL && one.contact() instanceof Contact.PagerDuty)
                .anyMatch(one -> one.takings() == takings && takings(all, one.contact()) == takings);
    }

    private static int takings(List<Owed> all, Contact contact) {
        return contact instanceof Contact.PagerDuty
                ? (int) all.stream()
                        .filter(one ->
                                one.act() == Act.ACKNOWLEDGE && one.contact().equals(contact))
                        .count()
                : 0;
    }

    /** A mailbox is left in peace: it keeps no alert that would have to be closed. */
    private void follow(IncidentId id, Happened last, Act act) {
        pages.overtake(id.value());
        var rows = pages.of(id.value());
        var all = rows.stream().map(PageBook::owed).toList();
        var owed = rows.stream()
                .filter(row -> row.end() == null || row.mayHaveArrived())
                .map(PageBook::owed)
                .filter(one -> one.act() == Act.TELL && !(one.contact() instanceof Contact.Email))
                .filter(one -> act == Act.RESOLVE || one.takings() == takings(all, one.contact()))
                .map(one -> new Owed(act, one.contact(), one.whom(), one.why(), last.at(), false, one.takings()));
        add(id, Long.toString(last.position()), distinct(owed));
    }

    /** What a contact keeps open until it is told that it is over. */
    private record Alert(Contact contact, int takings) {}

    private static List<Owed> distinct(Stream<Owed> owed) {
        var seen = new LinkedHashMap<Alert, Owed>();
        owed.forEach(one -> seen.putIfAbsent(new Alert(one.contact(), one.takings()), one));
        return List.copyOf(seen.values());
    }

    /** To the microsecond, which is what databases keep. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    public static Owed owed(Row row) {
        return Json.read(row.body(), Owed.class);
    }
}
