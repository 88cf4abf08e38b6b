package dev.handrail.web.walk;

import dev.handrail.incident.Person;
import dev.handrail.ownership.contact.Contact;
import dev.handrail.ownership.contact.Teammate;
import dev.handrail.runbook.current.CurrentLibrary;
import dev.handrail.slack.text.Harmless;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Who may act on the page, and who they are in the record: whom owners.yml names, is the person that Slack knows. */
@Singleton
final class People {
    static final int LONGEST_NAME = 80;

    private final CurrentLibrary library;

    People(CurrentLibrary library) {
        this.library = library;
    }

    /** Returns whom owners.yml names, by their ids there. */
    List<Choice> choices() {
        return library.library().catalogue().people().values().stream()
                .map(mate -> new Choice(mate.id(), mate.name()))
                .sorted(Comparator.comparing(Choice::words))
                .toList();
    }

    /** Returns somebody whom owners.yml names; empty if it does not, or no longer. */
    Optional<Person> chosen(String id) {
        return one(mate -> mate.id().equals(id)).map(People::person);
    }

    /** Returns who has typed a name: one of owners.yml's where that is meant. Empty for no name. */
    Optional<Person> named(String typed) {
        var name = Harmless.line(typed, LONGEST_NAME);
        return name.isBlank()
                ? Optional.empty()
                : one(mate -> mate.name().equalsIgnoreCase(name) || mate.id().equalsIgnoreCase(name))
                        .map(People::person)
                        .or(() -> Optional.of(unknown(name)));
    }

    private Optional<Teammate> one(Predicate<Teammate> fits) {
        return library.library().catalogue().onlyPerson(fits);
    }

    private static Person person(Teammate mate) {
        return mate.slackUser()
                .or(() -> mailbox(mate))
                .map(id -> new Person(id, mate.name()))
                .orElseGet(() -> unknown(mate.name()));
    }

    /** As whoever takes a page by mail is recorded. */
    private static Optional<String> mailbox(Teammate mate) {
        return mate.contacts().stream()
                .filter(Contact.Email.class::isInstance)
                .map(contact -> "mailto:" + ((Contact.Email) contact).address())
                .findFirst();
    }

    private static Person unknown(String name) {
        return new Person("name:" + name, name);
    }
}
