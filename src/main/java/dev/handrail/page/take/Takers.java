package dev.handrail.page.take;

import dev.handrail.incident.Person;
import dev.handrail.ownership.contact.Contact;
import dev.handrail.ownership.contact.Teammate;
import dev.handrail.runbook.current.CurrentLibrary;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Predicate;

/** Who takes a page: somebody whom owners.yml names is the same person that Slack knows. */
@Singleton
final class Takers {
    private final CurrentLibrary library;

    Takers(CurrentLibrary library) {
        this.library = library;
    }

    /** Returns whose mailbox it is. */
    Person of(Contact.Email mailbox) {
        var unknown = "mailto:" + mailbox.address();
        return one(mate -> mate.contacts().contains(mailbox))
                .map(mate -> person(mate, unknown))
                .orElseGet(() -> new Person(unknown, mailbox.address()));
    }

    /**
     * Returns whom another service names.
     *
     * @param id what stands for them where owners.yml does not know them
     */
    Person of(String id, String name, Optional<String> email) {
        return email.flatMap(address -> one(mate -> mate.contacts().stream()
                        .anyMatch(contact -> contact instanceof Contact.Email own
                                && own.address().equalsIgnoreCase(address))))
                .or(() -> one(mate -> mate.name().equalsIgnoreCase(name)))
                .map(mate -> person(mate, id))
                .orElseGet(() -> new Person(id, name));
    }

    private Optional<Teammate> one(Predicate<Teammate> fits) {
        return library.library().catalogue().onlyPerson(fits);
    }

    private static Person person(Teammate mate, String otherwise) {
        return new Person(mate.slackUser().orElse(otherwise), mate.name());
    }
}
