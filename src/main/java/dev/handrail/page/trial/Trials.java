package dev.handrail.page.trial;

import dev.handrail.incident.Person;
import dev.handrail.ownership.contact.Contact;
import dev.handrail.ownership.contact.Teammate;
import dev.handrail.page.send.PageSettings;
import dev.handrail.page.send.Result;
import dev.handrail.page.send.Ways;
import dev.handrail.page.trial.TrialRepository.Row;
import dev.handrail.platform.Json;
import dev.handrail.platform.Sha256;
import dev.handrail.platform.Transactions;
import dev.handrail.platform.access.Secrets;
import dev.handrail.runbook.current.CurrentLibrary;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sends a test page by each contact of whoever asks, in order, tried once each. */
@Singleton
public final class Trials {
    /** What the path of the link begins with that confirms one. */
    public static final String PATH = "/take-test/";

    /** What nobody acknowledges in PagerDuty is resolved there after this long. */
    public static final Duration LEFT_FOR = Duration.ofMinutes(5);

    private final TrialRepository trials;
    private final TrialLetters letters;
    private final Ways ways;
    private final CurrentLibrary library;
    private final Transactions transactions;
    private final String url;
    private final InstantSource clock;

    Trials(
            TrialRepository trials,
            TrialLetters letters,
            Ways ways,
            CurrentLibrary library,
            Transactions transactions,
            PageSettings settings,
            InstantSource clock) {
        this.trials = trials;
        this.letters = letters;
        this.ways = ways;
        this.library = library;
        this.transactions = transactions;
        this.url = settings.publicUrl();
        this.clock = clock;
    }

    /** How somebody is reached in Slack, which this package does not know. */
    public interface InSlack {
        /** @param confirm the address that proves it has arrived */
        Result send(Person to, String confirm);
    }

    /** @param result empty for a contact that would reach others too, which is not tried */
    public record Tried(Contact contact, Optional<Result> result) {}

    /** Returns what came of each contact, in order. Somebody whom owners.yml does not know has one: their messages in Slack. */
    public List<Tried> send(Person by, InSlack slack) {
        var mate = library.library().catalogue().people().values().stream()
                .filter(known -> known.slackUser().filter(by.id()::equals).isPresent())
                .findFirst();
        var tried = new ArrayList<Tried>();
        for (var contact : mate.map(Teammate::contacts).orElse(List.of(new Contact.SlackUser(by.id())))) {
            tried.add(new Tried(contact, send(by, contact, slack)));
        }
        return tried;
    }

    private Optional<Result> send(Person by, Contact contact, InSlack slack) {
        return switch (contact) {
            case Contact.SlackUser _ ->
                Optional.of(slack.send(by, url + PATH + begin(by, contact).token()));
            case Contact.Outside outside -> {
                var begun = begin(by, contact);
                var result = ways.send(letters.test(begun.trial(), url + PATH + begun.token()), outside);
                if (!(result instanceof Result.Sent || result instanceof Result.Later)) {
                    transactions.run(() -> trials.resolved(begun.trial().id()));
                }
                yield Optional.of(result);
            }
            case Contact.SlackGroup _, Contact.SlackChannel _ -> Optional.empty();
        };
    }

    private record Begun(Trial trial, String token) {}

    /** Stored before it is sent: what arrives can be confirmed, and what a crash leaves in a service is resolved. */
    private Begun begin(Person by, Contact contact) {
        var token = Secrets.random();
        var now = now();
        var resolveAt = contact instanceof Contact.PagerDuty ? now.plus(LEFT_FOR) : null;
        var row = transactions.write(() -> trials.save(
                new Row(null, by.id(), by.name(), Json.write(contact), Sha256.of(token), now, null, resolveAt)));
        return new Begun(Trial.of(row), token);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
