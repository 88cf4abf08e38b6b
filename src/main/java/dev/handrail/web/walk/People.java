package dev.handrail.web.walk;

import static java.util.stream.Collectors.toCollection;

import dev.handrail.incident.Person;
import dev.handrail.ownership.contact.Contact;
import dev.handrail.ownership.contact.Teammate;
import dev.handrail.platform.Json;
import dev.handrail.run.IncidentView;
import dev.handrail.runbook.current.CurrentLibrary;
import dev.handrail.slack.text.Harmless;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who may act on the page, and who they are in the record: whom owners.yml names, and who is in the incident already, is the
 * person that Slack knows.
 */
@Singleton
final class People {
    /** What a browser keeps begins with how its owner became known: by an id of owners.yml, as a person, or by a name alone. */
    private static final char CHOSEN = '=';

    private static final char PERSON = '#';
    private static final char TYPED = '~';

    private final CurrentLibrary library;

    People(CurrentLibrary library) {
        this.library = library;
    }

    /** Returns whom somebody may be: whom owners.yml names, and who is in the incident. */
    List<Choice> choices(IncidentView view) {
        var known = known(view);
        return known.stream()
                .map(one -> one.among(known))
                .sorted(Comparator.comparing(Choice::words, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /** Returns who somebody is who chose one of the choices, or typed a name. */
    Who who(IncidentView view, String chosen, String typed) {
        var known = known(view);
        return known.stream()
                .filter(one -> one.key().equals(chosen))
                .findFirst()
                .map(People::one)
                .orElseGet(() -> typed(known, typed));
    }

    /** Returns whom a browser keeps; empty for somebody whom owners.yml does not name any more, and where they must choose. */
    Optional<Person> kept(IncidentView view, String kept) {
        var text = kept.substring(1);
        var known = known(view);
        return switch (kept.charAt(0)) {
            case PERSON -> Optional.of(Json.read(text, Person.class));
            case TYPED -> typed(known, text) instanceof Who.One one ? Optional.of(one.person()) : Optional.empty();
            default ->
                known.stream()
                        .filter(one -> one.kept().equals(kept))
                        .map(Known::person)
                        .findFirst();
        };
    }

    /** Whoever only typed a name once gives way to somebody who is known to have it. */
    private static Who typed(List<Known> known, String typed) {
        var name = Harmless.line(typed, Known.LONGEST_NAME);
        if (name.isBlank()) {
            return new Who.Nobody();
        }
        var fitting = known.stream().filter(one -> one.isCalled(name)).toList();
        var sure = fitting.stream().filter(one -> !one.isOnlyNamed()).toList();
        var meant = sure.isEmpty() ? fitting : sure;
        if (meant.isEmpty()) {
            return new Who.One(Known.onlyNamed(name), TYPED + name);
        }
        var first = meant.getFirst();
        return meant.stream().allMatch(one -> one.person().is(first.person())) ? one(first) : new Who.Several(name);
    }

    private static Who one(Known known) {
        return new Who.One(known.person(), known.kept());
    }

    private List<Known> known(IncidentView view) {
        var there = Known.in(view);
        var known = new ArrayList<Known>();
        var ids = new HashSet<String>();
        for (var mate : library.library().catalogue().people().values()) {
            ids.addAll(ids(mate));
            known.add(named(mate, there));
        }
        there.stream()
                .filter(person -> ids.add(person.id()))
                .map(person ->
                        new Known(person.id(), person, names(there, Set.of(person.id())), PERSON + Json.write(person)))
                .forEach(known::add);
        return known;
    }

    /** Somebody whom owners.yml names, as they are in the incident where they are. */
    private static Known named(Teammate mate, List<Person> there) {
        var ids = ids(mate);
        var id =
                there.stream().map(Person::id).filter(ids::contains).findFirst().orElse(ids.getFirst());
        var names = names(there, Set.copyOf(ids));
        names.add(mate.name());
        names.add(mate.id());
        return new Known(mate.id(), new Person(id, mate.name()), names, CHOSEN + mate.id());
    }

    private static Set<String> names(List<Person> there, Set<String> ids) {
        return there.stream()
                .filter(person -> ids.contains(person.id()))
                .map(Person::name)
                .collect(toCollection(HashSet::new));
    }

    /** What the record may have them by, the first before the others: Slack's id, and as whoever takes a page by mail. */
    private static List<String> ids(Teammate mate) {
        var mailboxes = mate.contacts().stream()
                .filter(Contact.Email.class::isInstance)
                .map(contact -> "mailto:" + ((Contact.Email) contact).address());
        return Stream.of(
                        mate.slackUser().stream(),
                        mailboxes,
                        Stream.of(Known.onlyNamed(mate.name()).id()))
                .flatMap(ids -> ids)
                .toList();
    }
}
