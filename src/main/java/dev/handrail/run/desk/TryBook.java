package dev.handrail.run.desk;

import dev.handrail.incident.LastDrills;
import dev.handrail.incident.alerts.AlertSummary;
import dev.handrail.incident.alerts.TallyRepository;
import dev.handrail.platform.Sha256;
import dev.handrail.run.Command;
import dev.handrail.run.RunEvent;
import dev.handrail.runbook.Retry;
import dev.handrail.runbook.StepId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts the tries of a retry's key across incidents: two engineers on two incidents of one order share its limit. A drill
 * changes nothing, so its tries count only in itself, and those of others do not hold it up.
 */
@Singleton
final class TryBook {
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\{\\{\\s*(?:labels\\[\"([^\"]+)\"]|([A-Za-z_][A-Za-z0-9_]*))\\s*}}");

    private final TryRepository tries;
    private final TallyRepository alerts;
    private final LastDrills drills;

    TryBook(TryRepository tries, TallyRepository alerts, LastDrills drills) {
        this.tries = tries;
        this.alerts = alerts;
        this.drills = drills;
    }

    /** Returns the command with the tries that other incidents made, which can make no more before the transaction ends. */
    Command.StartTry counted(Ledger.Held held, Command.StartTry start) {
        var elsewhere = action(held, start.step())
                .map(action -> elsewhere(held, action))
                .orElse(0);
        return new Command.StartTry(start.by(), start.step(), start.attempt(), elsewhere);
    }

    private int elsewhere(Ledger.Held held, String action) {
        tries.know(action);
        return tries.elsewhere(tries.hold(action), held.id().value(), held.now().minus(WINDOW));
    }

    void note(Ledger.Held held, RunEvent.TryStarted started) {
        action(held, started.step())
                .ifPresent(action ->
                        tries.save(new TryRepository.Row(null, held.id().value(), action, held.now())));
    }

    private Optional<String> action(Ledger.Held held, StepId step) {
        if (drills.isDrill(held.id())) {
            return Optional.empty();
        }
        var book = held.plan().bookOf(step);
        return book.flatMap(found -> found.walk().step(step).retry())
                .flatMap(retry -> key(retry, alerts.of(held.id()).summary()))
                .map(key -> Sha256.of(book.get().id() + "\n" + step + "\n" + key));
    }

    /** A key that names what the alerts do not say, or do not share, says nothing of other incidents. */
    private static Optional<String> key(Retry retry, AlertSummary alerts) {
        var key = PLACEHOLDER
                .matcher(retry.key())
                .replaceAll(name -> Matcher.quoteReplacement(value(name, alerts).orElse(name.group())));
        return key.contains("{{") ? Optional.empty() : Optional.of(key);
    }

    private static Optional<String> value(MatchResult name, AlertSummary alerts) {
        if (name.group(1) != null) {
            return Optional.ofNullable(alerts.labels().get(name.group(1)));
        }
        return Optional.ofNullable(alerts.labels().get(name.group(2)))
                .or(() -> Optional.ofNullable(alerts.annotations().get(name.group(2))));
    }
}
