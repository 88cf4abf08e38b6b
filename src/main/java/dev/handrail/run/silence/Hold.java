package dev.handrail.run.silence;

import dev.handrail.alert.Alert;
import dev.handrail.alert.Silence;
import dev.handrail.incident.alerts.KeptAlert;
import dev.handrail.ownership.Flow;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * That an alert starts nothing for now.
 *
 * @param until when to decide again
 * @param why for people
 */
public record Hold(Instant until, String why) {
    private static final DateTimeFormatter SINCE =
            DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /** Returns the words that name a silence as what holds an alert. */
    public static String bySilence(Silence silence) {
        return "held by silence #%d of %s".formatted(silence.id(), silence.who());
    }

    /** Returns the words that name a flow's window as what holds an alert. */
    public static String byWindow(Flow flow) {
        return "held by the maintenance window of " + flow.name();
    }

    /** Returns what to add to the words on an alert that fires, and was held until now; empty for any other. */
    public static Optional<String> past(KeptAlert last, Alert now) {
        return last.heldUntil()
                .filter(_ -> now.isFiring())
                .map(_ -> "; fires since %s UTC, and was %s"
                        .formatted(SINCE.format(now.startsAt()), last.report().why()));
    }

    /**
     * Returns the alert as it is kept meanwhile: where it was before, if it was known. One that says nothing new keeps the time
     * of its report.
     *
     * @param report that came just now; its words give way to those of the hold
     */
    public KeptAlert keep(Alert alert, Optional<KeptAlert> last, KeptAlert.Report report) {
        var at = last.filter(known -> known.alert().equals(alert))
                .map(known -> known.report().at())
                .orElse(report.at());
        return new KeptAlert(
                last.map(KeptAlert::id).orElse(0L),
                last.flatMap(KeptAlert::incident),
                alert,
                last.flatMap(KeptAlert::item),
                new KeptAlert.Report(report.payload(), at, why),
                Optional.of(until));
    }
}
