package dev.handrail.page.trial;

import dev.handrail.incident.Person;
import dev.handrail.ownership.contact.Contact;
import dev.handrail.platform.Json;
import java.time.Instant;

/** A test page to one contact of somebody. */
public record Trial(long id, Person by, Contact contact, Instant sentAt) {
    static Trial of(TrialRepository.Row row) {
        return new Trial(
                row.number(),
                new Person(row.personId(), row.personName()),
                Json.read(row.contact(), Contact.class),
                row.sentAt());
    }
}
