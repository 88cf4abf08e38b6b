package dev.handrail.slack.home;

import dev.handrail.incident.Person;
import dev.handrail.ownership.Flow;
import dev.handrail.ownership.Level;
import dev.handrail.ownership.Owner;
import dev.handrail.ownership.OwnerId;
import dev.handrail.ownership.contact.Contact;
import dev.handrail.run.IncidentView;
import dev.handrail.run.desk.RunReader;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.current.CurrentLibrary;
import dev.handrail.runbook.library.Library;
import dev.handrail.slack.Links;
import dev.handrail.slack.SlackSettings;
import dev.handrail.slack.home.Desk.Overdue;
import dev.handrail.slack.words.SaidAt;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what is one person's, and shows it as their Home tab. */
@Singleton
@Requires(bean = SlackSettings.class)
public final class Homes {
    /** Of more incidents than these at once, the web page tells. */
    private static final int LOOKED_AT = 100;

    private final RunReader reader;
    private final CurrentLibrary libraries;
    private final Links links;
    private final InstantSource clock;

    Homes(RunReader reader, CurrentLibrary libraries, Links links, InstantSource clock) {
        this.reader = reader;
        this.libraries = libraries;
        this.links = links;
        this.clock = clock;
    }

    /** Returns somebody's Home tab as Slack takes it. */
    public String of(Person person) {
        var now = clock.instant();
        return SaidAt.on(now, () -> HomeView.json(desk(person), links, now));
    }

    private Desk desk(Person person) {
        var library = libraries.library();
        var owners = library.catalogue().owners().values().stream()
                .filter(owner -> reaches(owner, person))
                .collect(Collectors.toMap(Owner::id, Owner::name));
        var names = Set.copyOf(owners.values());
        var open = reader.newestOpen(LOOKED_AT).newest();
        var flows = library.catalogue().flows().values().stream()
                .filter(flow -> owners.containsKey(flow.owner()))
                .sorted(Comparator.comparing(Flow::name))
                .toList();
        return new Desk(
                open.stream().filter(view -> waitsFor(view, person, names)).toList(),
                open.stream().filter(view -> isOn(view, person)).toList(),
                names.stream().sorted().toList(),
                flows,
                overdue(library, owners));
    }

    private static boolean isOn(IncidentView view, Person person) {
        return view.state().responder().filter(person::is).isPresent();
    }

    private static boolean waitsFor(IncidentView view, Person person, Set<String> owners) {
        var isAsked = view.state()
                .arrangements()
                .handover()
                .filter(offer -> offer.to().is(person))
                .isPresent();
        var isPaged = view.kind().pages()
                && view.state().paging().isPresent()
                && owners.contains(view.plan().ownerAt(view.state().step()));
        return isAsked || (isPaged && !isOn(view, person));
    }

    private static boolean reaches(Owner owner, Person person) {
        return owner.policy().levels().stream()
                .flatMap(Homes::contacts)
                .anyMatch(new Contact.SlackUser(person.id())::equals);
    }

    private static Stream<Contact> contacts(Level level) {
        var onCall = level.roster().stream()
                .flatMap(roster -> roster.people().stream())
                .flatMap(mate -> mate.contacts().stream());
        return Stream.concat(level.tell().stream(), onCall);
    }

    private List<Overdue> overdue(Library library, Map<OwnerId, String> owners) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return library.runbooks().stream()
                .filter(runbook -> runbook.status() == Runbook.Status.ACTIVE)
                .filter(runbook -> owners.containsKey(library.ownerOf(runbook).id()))
                .flatMap(runbook -> runbook.policy().review().due().stream()
                        .filter(due -> due.isBefore(today))
                        .map(due -> new Overdue(runbook.id(), runbook.title(), due)))
                .sorted(Comparator.comparing(Overdue::due).thenComparing(Overdue::id))
                .toList();
    }
}
