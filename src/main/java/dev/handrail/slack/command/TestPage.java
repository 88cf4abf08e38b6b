package dev.handrail.slack.command;

import static dev.handrail.slack.words.Wording.say;

import dev.handrail.incident.Person;
import dev.handrail.ownership.Catalogue;
import dev.handrail.ownership.Level;
import dev.handrail.ownership.Owner;
import dev.handrail.ownership.contact.Contact;
import dev.handrail.ownership.contact.Teammate;
import dev.handrail.page.send.Result;
import dev.handrail.page.trial.Acknowledgements;
import dev.handrail.page.trial.Trials;
import dev.handrail.runbook.current.CurrentLibrary;
import dev.handrail.slack.gateway.Outcome;
import dev.handrail.slack.gateway.SlackGateway;
import dev.handrail.slack.gateway.SlotMark;
import dev.handrail.slack.render.Message;
import dev.handrail.slack.text.Kit;
import dev.handrail.slack.text.Mrkdwn;
import dev.handrail.slack.text.Phrase;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code test-page me}: whether a page would reach whoever asks, tried now. */
@Singleton
@Requires(bean = SlackGateway.class)
final class TestPage implements Subcommand.Question {
    private static final int LISTED = 5;

    private final CurrentLibrary libraries;
    private final Trials trials;
    private final Acknowledgements acknowledgements;
    private final SlackGateway slack;
    private final InstantSource clock;

    TestPage(
            CurrentLibrary libraries,
            Trials trials,
            Acknowledgements acknowledgements,
            SlackGateway slack,
            InstantSource clock) {
        this.acknowledgements = acknowledgements;
        this.trials = trials;
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
        var tried = trials.send(wish.by(), this::direct);
        var lines = new ArrayList<Phrase>();
        for (var one : tried) {
            lines.add(Phrase.say("commands.test-page.line", lines.size() + 1, line(one)));
        }
        return Answer.say("commands.test-page", wish.by().name())
                .and(lines)
                .and(List.of(
                        Phrase.say("commands.test-page.later"),
                        owners(libraries.library().catalogue(), wish.by())));
    }

    private Result direct(Person by, String confirm) {
        var link = Mrkdwn.link(confirm, say("commands.test-page.arrived"));
        var text = Mrkdwn.say("commands.test-page.message", link);
        var spoken = Mrkdwn.say("commands.test-page.message.spoken");
        var mark = new SlotMark("test", clock.instant().toEpochMilli(), by.id());
        var address = new SlackGateway.Address(by.id(), Optional.empty(), false);
        return switch (slack.post(address, new Message(List.of(Kit.section(text)), spoken), mark)) {
            case Outcome.Sent _ -> new Result.Sent(say("commands.test-page.sent"));
            case Outcome.RateLimited limited ->
                new Result.Later(
                        say("commands.test-page.wait", limited.retryAfter().toSeconds()));
            case Outcome.Ambiguous ambiguous -> new Result.Later(say("commands.test-page.unclear", ambiguous.why()));
            case Outcome.Refused refused -> new Result.Refused(say("commands.test-page.refused", refused.error()));
        };
    }

    private Phrase line(Trials.Tried tried) {
        var where = where(tried.contact());
        return tried.result()
                .map(result -> switch (result) {
                    case Result.Sent sent ->
                        Phrase.say("commands.test-page.well", where, sent.detail(), confirmation(tried.contact()));
                    case Result.Later later -> Phrase.say("commands.test-page.again", where, later.detail());
                    case Result.NotSetUp without ->
                        Phrase.say("commands.test-page.not-set-up", where, without.detail());
                    case Result.Refused refused -> Phrase.say("commands.test-page.never", where, refused.detail());
                })
                .orElseGet(() -> Phrase.say("commands.test-page.others", where));
    }

    private static Phrase where(Contact contact) {
        return switch (contact) {
            case Contact.SlackUser _ -> Phrase.say("commands.test-page.by.message");
            case Contact.SlackGroup _ -> Phrase.say("commands.test-page.by.group");
            case Contact.SlackChannel channel -> Phrase.say("commands.test-page.by.channel", channel.name());
            case Contact.Email email -> Phrase.say("commands.test-page.by.mail", email.address());
            case Contact.PagerDuty service -> Phrase.say("commands.test-page.by.pagerduty", service.key());
            case Contact.Webhook hook -> Phrase.say("commands.test-page.by.webhook", hook.url());
        };
    }

    private Phrase confirmation(Contact contact) {
        return switch (contact) {
            case Contact.SlackUser _, Contact.SlackGroup _, Contact.SlackChannel _, Contact.Email _ ->
                Phrase.say("commands.test-page.confirm");
            case Contact.PagerDuty _ ->
                acknowledgements.comeFromPagerDuty()
                        ? Phrase.say("commands.test-page.confirm.pagerduty", Trials.LEFT_FOR.toMinutes())
                        : Phrase.say("commands.test-page.confirm.unheard", Trials.LEFT_FOR.toMinutes());
            case Contact.Webhook _ -> Phrase.say("commands.test-page.confirm.webhook");
        };
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
