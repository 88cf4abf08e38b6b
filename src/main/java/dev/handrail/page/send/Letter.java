package dev.handrail.page.send;

import dev.handrail.alert.Severity;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What somebody is told.
 *
 * @param key of this telling, for good: whoever gets it twice can tell that it is one
 * @param thread equal for all that one contact is told of one incident
 * @param kind what is said
 * @param about the incident
 * @param whom who is called, for people
 * @param why why they are called, in words
 * @param take where it is taken, or a test confirmed, with one press; empty where that is not offered
 * @param zone of the reader
 */
public record Letter(
        String key,
        String thread,
        Kind kind,
        About about,
        String whom,
        String why,
        Optional<String> take,
        ZoneId zone) {

    /** What a letter says. */
    public enum Kind {
        PAGE("page"),
        /** Whether a page would arrive. Nothing is wrong. */
        TEST("test"),
        ACKNOWLEDGED("acknowledged"),
        RESOLVED("resolved");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** Returns its name in what is sent. */
        public String word() {
            return word;
        }
    }

    /**
     * @param incident 0 for a test, which is of none
     * @param flow may be empty
     * @param link the incident's page
     */
    public record About(
            long incident, String title, Severity severity, String owner, String flow, Instant openedAt, String link) {
        /** Returns where it is walked in the browser, also while Slack is down. */
        public String walk() {
            return link + "/walk";
        }
    }

    /** Returns one line that says it all: {@code CRITICAL: Orders stuck before ERP export (incident 12)}. */
    public String headline() {
        var said = switch (kind) {
            case PAGE -> about.severity().name();
            case TEST -> "TEST PAGE";
            case ACKNOWLEDGED -> "Taken";
            case RESOLVED -> "Over";
        };
        if (about.incident() == 0) {
            return said + ": " + line(about.title());
        }
        return "%s: %s (incident %d)".formatted(said, line(about.title()), about.incident());
    }

    /** Strangers write titles: they begin no new line, and so no header of a mail. */
    private static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }
}
