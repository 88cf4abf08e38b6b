package dev.handrail.web.walk;

import dev.handrail.incident.Person;
import dev.handrail.run.IncidentView;
import dev.handrail.run.fact.Arrangements.Handover;
import dev.handrail.slack.text.Harmless;
import dev.handrail.web.timeline.EventWords;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Somebody of whom it is known who they are: owners.yml names them, or they are in the incident.
 *
 * @param key what stands for them in the form
 * @param names what people call them, and have called them
 * @param kept what a browser keeps of them
 */
record Known(String key, Person person, Set<String> names, String kept) {
    static final int LONGEST_NAME = 80;
    private static final String TYPED = "name:";

    Known {
        names = Set.copyOf(names);
    }

    /** Returns whoever is nobody but a name that was typed once. */
    static Person onlyNamed(String name) {
        return new Person(TYPED + name, name);
    }

    /** Says whether it is somebody who only typed a name. */
    boolean isOnlyNamed() {
        return person.id().startsWith(TYPED);
    }

    boolean isCalled(String name) {
        return names.stream().map(Known::bare).anyMatch(bare(name)::equals);
    }

    /** Without what people leave out when they type: capitals, and spaces. */
    private static String bare(String name) {
        return Harmless.line(name, LONGEST_NAME).replace(" ", "").toLowerCase(Locale.ROOT);
    }

    /** Returns the choice of them; of two with one name, with what tells them apart. */
    Choice among(List<Known> all) {
        var isAlone = all.stream().filter(one -> one.isCalled(person.name())).count() == 1;
        return new Choice(key, isAlone ? person.name() : "%s (%s)".formatted(person.name(), key));
    }

    /** Returns who is in an incident, the responder first: who did something in it, was added to it, or is asked to take it over. */
    static List<Person> in(IncidentView view) {
        var state = view.state();
        var agreed = state.arrangements();
        var acted = view.timeline().reversed().stream()
                .flatMap(happened -> EventWords.tell(happened.event()).who().stream());
        return Stream.of(
                        state.responder().stream(),
                        agreed.added().stream(),
                        agreed.handover().map(Handover::to).stream(),
                        acted)
                .flatMap(people -> people)
                .distinct()
                .toList();
    }
}
