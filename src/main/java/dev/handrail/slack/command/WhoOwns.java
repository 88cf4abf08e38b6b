package dev.handrail.slack.command;

import static dev.handrail.slack.words.Wording.say;

import dev.handrail.ownership.Catalogue;
import dev.handrail.ownership.Flow;
import dev.handrail.ownership.Level;
import dev.handrail.ownership.Owner;
import dev.handrail.ownership.OwnerId;
import dev.handrail.ownership.contact.Contact;
import dev.handrail.ownership.contact.Teammate;
import dev.handrail.platform.source.Nearest;
import dev.handrail.runbook.current.CurrentLibrary;
import dev.handrail.slack.SlackSettings;
import dev.handrail.slack.text.Phrase;
import dev.handrail.slack.words.Names;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** {@code who FLOW}: who owns a flow, who is on call, and who is told after them. */
@Singleton
@Requires(bean = SlackSettings.class)
final class WhoOwns implements Subcommand.Question {
    private final CurrentLibrary libraries;
    private final InstantSource clock;

    WhoOwns(CurrentLibrary libraries, InstantSource clock) {
        this.libraries = libraries;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "who";
    }

    @Override
    public String example() {
        return say("commands.who.example");
    }

    @Override
    public Phrase does() {
        return Phrase.say("commands.who.does");
    }

    @Override
    public Answer answer(Wish wish) {
        var catalogue = libraries.library().catalogue();
        var asked = wish.sentence();
        var flow = flow(catalogue, asked);
        if (flow.isPresent()) {
            var owner = catalogue.owner(flow.get().owner());
            return Answer.say(
                            "commands.who.flow",
                            flow.get().name(),
                            flow.get().id(),
                            owner.name(),
                            flow.get().channel())
                    .and(told(owner, catalogue));
        }
        return owner(catalogue, asked)
                .map(owner -> Answer.say("commands.who.owner", owner.name()).and(told(owner, catalogue)))
                .orElseGet(() -> none(catalogue, asked));
    }

    private static Optional<Flow> flow(Catalogue catalogue, String asked) {
        return catalogue.flows().values().stream()
                .filter(flow -> flow.id().equalsIgnoreCase(asked) || flow.name().equalsIgnoreCase(asked))
                .findFirst();
    }

    private static Optional<Owner> owner(Catalogue catalogue, String asked) {
        return catalogue.owners().values().stream()
                .filter(owner -> owner.id().value().equalsIgnoreCase(asked)
                        || owner.name().equalsIgnoreCase(asked))
                .findFirst();
    }

    private static Answer none(Catalogue catalogue, String asked) {
        var known = new TreeSet<>(catalogue.flows().keySet());
        if (asked.isEmpty()) {
            return Answer.say("commands.who.which", String.join(", ", known));
        }
        catalogue.owners().keySet().stream().map(OwnerId::value).forEach(known::add);
        return Answer.say("commands.who.none", asked, Nearest.advice(asked, known))
                .sayToo(
                        "commands.who.default",
                        catalogue.owner(catalogue.defaultOwner()).name());
    }

    private List<Phrase> told(Owner owner, Catalogue catalogue) {
        var now = clock.instant();
        var policy = owner.policy();
        var lines = new ArrayList<Phrase>();
        for (var place = 0; place < policy.levels().size(); place++) {
            lines.add(line(place + 1, policy.levels().get(place), now, catalogue));
        }
        if (!policy.may().isEmpty()) {
            lines.add(Phrase.say(
                    "commands.who.may", policy.may().stream().map(Names::of).collect(Collectors.joining(", "))));
        }
        lines.add(Phrase.say("commands.who.page", owner.id().value()));
        return lines;
    }

    private static Phrase line(int number, Level level, Instant now, Catalogue catalogue) {
        var called = level.calledAt(now);
        var onCall = called.onCall()
                .map(person -> Phrase.say("commands.who.on-call", person))
                .orElse(Phrase.NONE);
        var away = level.isToldAt(now) ? Phrase.NONE : Phrase.say("commands.who.away");
        return Phrase.say(
                "commands.who.level",
                number,
                level.name(),
                onCall,
                called.contacts().stream()
                        .map(contact -> way(contact, catalogue))
                        .distinct()
                        .reduce((one, other) -> say("commands.who.then", one, other))
                        .orElse(""),
                level.acknowledgeWithin().toMinutes(),
                away);
    }

    private static String way(Contact contact, Catalogue catalogue) {
        return switch (contact) {
            case Contact.SlackUser user ->
                catalogue
                        .onlyPerson(mate ->
                                mate.slackUser().filter(user.id()::equals).isPresent())
                        .map(Teammate::name)
                        .orElseGet(() -> say("commands.who.person"));
            case Contact.SlackGroup _ -> say("commands.who.group");
            case Contact.SlackChannel channel -> channel.name();
            case Contact.Outside outside -> outside.way();
        };
    }
}
