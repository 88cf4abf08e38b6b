package dev.handrail.page;

import dev.handrail.ownership.contact.Contact;
import dev.handrail.ownership.contact.Teammate;
import dev.handrail.page.book.Act;
import dev.handrail.page.book.PageBook;
import dev.handrail.page.book.PageRepository.Row;
import dev.handrail.page.send.Letter;
import dev.handrail.page.send.PageSettings;
import dev.handrail.page.take.ServiceKeys;
import dev.handrail.page.take.TakeLinks;
import dev.handrail.run.IncidentView;
import dev.handrail.runbook.current.CurrentLibrary;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** Writes what somebody is told. */
@Singleton
final class Letters {
    private final TakeLinks links;
    private final ServiceKeys keys;
    private final CurrentLibrary library;
    private final String url;

    Letters(TakeLinks links, ServiceKeys keys, CurrentLibrary library, PageSettings settings) {
        this.links = links;
        this.keys = keys;
        this.library = library;
        this.url = settings.publicUrl();
    }

    Letter write(IncidentView view, Row row, Instant now) {
        var owed = PageBook.owed(row);
        var take = owed.act() == Act.TELL && owed.contact() instanceof Contact.Email
                ? Optional.of(url + TakeLinks.PATH + links.make(row.number(), now))
                : Optional.<String>empty();
        return new Letter(
                keys.page(row.number()),
                keys.incident(view.incident().id(), owed.takings()),
                kind(owed.act()),
                about(view),
                owed.whom(),
                owed.why(),
                take,
                zone(owed.contact()));
    }

    private Letter.About about(IncidentView view) {
        var incident = view.incident();
        return new Letter.About(
                incident.id().value(),
                incident.title(),
                incident.severity(),
                view.plan().ownerAt(view.state().step()),
                incident.flow().orElse(""),
                incident.openedAt(),
                url + "/incidents/" + incident.id().value());
    }

    private static Letter.Kind kind(Act act) {
        return switch (act) {
            case TELL -> Letter.Kind.PAGE;
            case ACKNOWLEDGE -> Letter.Kind.ACKNOWLEDGED;
            case RESOLVE -> Letter.Kind.RESOLVED;
        };
    }

    private ZoneId zone(Contact contact) {
        return library.library().catalogue().people().values().stream()
                .filter(person -> person.contacts().contains(contact))
                .findFirst()
                .flatMap(Teammate::zone)
                .orElse(ZoneOffset.UTC);
    }
}
