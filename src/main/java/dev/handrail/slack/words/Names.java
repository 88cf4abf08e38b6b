package dev.handrail.slack.words;

import static dev.handrail.slack.words.Wording.say;

import dev.handrail.alert.Severity;
import dev.handrail.incident.IncidentId;
import dev.handrail.ownership.Authority;
import dev.handrail.run.Ending;
import dev.handrail.run.Fault;
import dev.handrail.run.fact.Fix;
import dev.handrail.run.fact.Upshot;
import dev.handrail.runbook.Step;
import java.time.Duration;
import java.util.Locale;

/** The words that stand for the cases of the domain. A colour never stands alone. */
public final class Names {
    private Names() {}

    /** Returns {@code 🔴 Critical}. */
    public static String shown(Severity severity) {
        return switch (severity) {
            case CRITICAL -> say("names.severity.critical.shown");
            case HIGH -> say("names.severity.high.shown");
            case MEDIUM -> say("names.severity.medium.shown");
            case LOW -> say("names.severity.low.shown");
        };
    }

    /** Returns {@code Critical}. */
    public static String of(Severity severity) {
        return switch (severity) {
            case CRITICAL -> say("names.severity.critical");
            case HIGH -> say("names.severity.high");
            case MEDIUM -> say("names.severity.medium");
            case LOW -> say("names.severity.low");
        };
    }

    /** Returns {@code critical}, for inside a sentence. */
    public static String within(Severity severity) {
        return switch (severity) {
            case CRITICAL -> say("names.severity.critical.within");
            case HIGH -> say("names.severity.high.within");
            case MEDIUM -> say("names.severity.medium.within");
            case LOW -> say("names.severity.low.within");
        };
    }

    public static String of(Step.Part part) {
        return switch (part) {
            case DIAGNOSIS -> say("names.part.diagnosis");
            case MITIGATION -> say("names.part.mitigation");
            case VERIFICATION -> say("names.part.verification");
        };
    }

    public static String of(Ending ending) {
        return switch (ending) {
            case RESOLVED -> say("names.ending.resolved");
            case RESOLVED_BY_SOURCE -> say("names.ending.by-source");
            case RESOLVED_UNATTENDED -> say("names.ending.unattended");
            case MERGED -> say("names.ending.merged");
        };
    }

    /** Returns {@code data repair}. */
    public static String of(Fix fix) {
        return switch (fix) {
            case RETRY -> say("names.fix.retry");
            case CONFIGURATION -> say("names.fix.configuration");
            case DATA_REPAIR -> say("names.fix.data-repair");
            case DEPLOY_OR_ROLLBACK -> say("names.fix.deploy");
            case UPSTREAM_RECOVERED -> say("names.fix.upstream");
            case CAPACITY -> say("names.fix.capacity");
            case FALSE_ALARM -> say("names.fix.false-alarm");
            case OTHER -> say("names.fix.other");
        };
    }

    /** Returns {@code dangerous}. */
    public static String of(Fault fault) {
        return switch (fault) {
            case WRONG -> say("names.fault.wrong");
            case UNCLEAR -> say("names.fault.unclear");
            case DANGEROUS -> say("names.fault.dangerous");
        };
    }

    /** Returns what is said of whoever did it: {@code did this, and it helped}. */
    public static String of(Upshot upshot) {
        return switch (upshot) {
            case HELPED -> say("names.upshot.helped");
            case IN_VAIN -> say("names.upshot.in-vain");
            case FOUND_OUT -> say("names.upshot.found-out");
        };
    }

    /** Returns what an owner may decide to do: {@code repair}. */
    public static String of(Authority authority) {
        return switch (authority) {
            case RETRY -> say("names.may.retry");
            case REPAIR -> say("names.may.repair");
            case SUPPRESS -> say("names.may.suppress");
            case ESCALATE -> say("names.may.escalate");
        };
    }

    /** Returns {@code under a minute}, {@code 52 min} or {@code 1 h 5 min}. */
    public static String of(Duration time) {
        if (time.toMinutes() < 1) {
            return say("names.time.short");
        }
        if (time.toHours() == 0) {
            return say("names.time.minutes", time.toMinutes());
        }
        return time.toMinutesPart() == 0
                ? say("names.time.hours", time.toHours())
                : say("names.time.hours-minutes", time.toHours(), time.toMinutesPart());
    }

    /** Returns {@code Incident #12}, for a link's label or the beginning of a line. */
    public static String of(IncidentId incident) {
        return say("names.incident", incident);
    }

    /** Returns {@code incident #12}, for inside a sentence. */
    public static String within(IncidentId incident) {
        return say("names.incident.within", incident);
    }

    /** Returns a word with a capital at its beginning, for where it stands alone. */
    public static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
