package dev.handrail.slack.command;

import static dev.handrail.slack.words.Wording.say;

import dev.handrail.incident.Person;
import dev.handrail.ownership.Catalogue;
import dev.handrail.ownership.Level;
import dev.handrail.ownership.Owner;
import dev.handrail.ownership.contact.Contact;
import dev.handrail.ownership.contact.Teammate;
import dev.handrail.runbook.current.CurrentLibrary;
import dev.handrail.slack.SlackSettings;
import dev.handrail.slack.gateway.Outcome;
import dev.handrail.slack.gateway.SlackGateway;
import dev.handrail.slack.gateway.SlotMark;
import dev.handrail.slack.text.Phrase;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code test-page me}: whether a page would reach whoever asks, tried now. */
@Singleton
@Requires(bean = SlackGateway.class)
final class TestPage implements Subcommand.Question {
    private static final int LISTED = 5;

    private final CurrentLibrary libraries;
    private final SlackGateway slack;
    private final InstantSource clock;

    TestPage(CurrentLibrary libraries, SlackGateway slack, InstantSource clock, SlackSettings settings) {
        this.libraries = libraries;
        this.slack = slack;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "test-page";
    }

    @Override
    public String example() {
        return say("commands.test-page.example");
    }

    @Override
    public Phrase does() {
        return Phrase.say("commands.test-page.does");
    }

    @Override
    public Answer answer(Wish wish) {
        if (!wish.words().isEmpty() && !wish.first().equalsIgnoreCase("me")) {
            return Answer.say("commands.test-page.me", example());
        }
        var catalogue = libraries.library().catalogue();
        return Answer.say("commands.test-page", wish.by().name())
                .and(List.of(direct(wish.by())))
                .and(outside(catalogue, wish.by()))
                .and(List.of(owners(catalogue, wish.by())));
    }

    private Phrase direct(Person by) {
        var message = Answer.say("commands.test-page.message").message();
        var mark = new SlotMark("test", clock.instant().toEpochMilli(), by.id());
        var address = new SlackGateway.Address(by.id(), Optional.empty(), false);
        return switch (slack.post(address, message, mark)) {
            case Outcome.Sent _ -> Phrase.say("commands.test-page.sent");
            case Outcome.RateLimited limited ->
                Phrase.say("commands.test-page.wait", limited.retryAfter().toSeconds());
            case Outcome.Ambiguous ambiguous -> Phrase.say("commands.test-page.unclear", ambiguous.why());
            case Outcome.Refused refused -> Phrase.say("commands.test-page.refused", refused.error());
        };
    }

    /** Named, not tried: what is outside Slack wakes others, too, or cannot be taken back. */
    private static List<Phrase> outside(Catalogue catalogue, Person by) {
        var contacts = catalogue.people().values().stream()
                .filter(mate -> mate.slackUser().filter(by.id()::equals).isPresent())
                .flatMap(mate -> mate.contacts().stream())
                .flatMap(contact -> contact instanceof Contact.Outside outside ? Stream.of(outside.way()) : Stream.of())
                .distinct()
                .toList();
        return contacts.isEmpty()
                ? List.of()
                : List.of(Phrase.say("commands.test-page.outside", String.join(", ", contacts)));
    }

    private static Phrase owners(Catalogue catalogue, Person by) {
        var owners = catalogue.owners().values().stream()
                .filter(owner -> reaches(owner, by))
                .map(Owner::name)
                .sorted()
                .toList();
        return owners.isEmpty() ? Phrase.say("commands.test-page.no-owner") : told(owners);
    }

    private static Phrase told(List<String> owners) {
        var listed = owners.stream().limit(LISTED).collect(Collectors.joining(", "));
        var more = owners.size() - LISTED;
        return more > 0
                ? Phrase.say("commands.test-page.owners.more", listed, more)
                : Phrase.say("commands.test-page.owners", listed);
    }

    private static boolean reaches(Owner owner, Person by) {
        return owner.policy().levels().stream()
                .anyMatch(level -> contacts(level).contains(new Contact.SlackUser(by.id())));
    }

    private static List<Contact> contacts(Level level) {
        var all = new ArrayList<>(level.tell());
        level.roster()
                .ifPresent(roster ->
                        roster.people().stream().map(Teammate::contacts).forEach(all::addAll));
        return all;
    }
}
