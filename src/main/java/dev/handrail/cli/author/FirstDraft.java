package dev.handrail.cli.author;

import dev.handrail.platform.source.YamlText;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody has said of a runbook that is not there yet.
 *
 * @param title in words: its file is named after it
 * @param alert the label {@code alertname} of the alerts it is for
 * @param flow an entry of flows.yml; empty for none
 * @param owner an entry of owners.yml; empty for the flow's or the library's own
 */
record FirstDraft(String title, String alert, Optional<String> flow, Optional<String> owner, Content content) {
    /** It can be walked as it is: a look, a try that is limited, a check, and the owner. */
    @SuppressWarnings("InlineFormatString") // in a method it would be longer than a screen
    private static final String TEMPLATE = """
            ---
            title: %s
            status: draft
            match:
              - %s
            %s%sreview: {last: %s, every: 90d}
            ---
            # %s

            ## Meaning

            %s

            ## Diagnosis

            ### Confirm it

            %s

            - **It is so** → next
            - **All is well** → resolved
            - **Cannot tell** → escalate "It could not be told whether this is the known failure"

            ## Mitigation

            ### Mend it

            %s

            ```yaml handrail
            retry: manual
            key: %s
            limit: 2
            backoff: [5m]
            outcomes: {ok: Done, failed: Not done}
            ```

            - **Done** → next
            - **Not done** → [Mend it](#mend-it)

            ## Verification

            ### Is it over?

            %s

            - **It is over** → resolved
            - **Not yet** → wait 10m, then [Is it over?](#is-it-over)
            - **Still broken** → escalate "Mended as the runbook says, and still broken"

            ## Escalation

            %s
            """;

    private static final Pattern NO_SLUG = Pattern.compile("[^a-z0-9]+");

    /** The text of it, a sentence each. */
    record Content(String meaning, String check, String fix, String verify, String escalate) {
        /** What an author is to replace, where nobody was asked. */
        static final Content OPEN = new Content(
                "Say in two sentences what has happened, and what whoever is woken sees of it.",
                "Name the command or the query to look with, what good looks like, and what bad does.",
                "Name the command that mends it, what it changes, and whether doing it twice is safe.",
                "Look at what the business sees, not only at the alert: say what must be true for it to be over.",
                "Name what only the owner may decide, and what they need to hear first.");
    }

    /** Returns the name of its file. */
    String slug() {
        var slug = NO_SLUG.matcher(title.toLowerCase(Locale.ROOT)).replaceAll("-");
        return slug.replaceAll("^-+|-+$", "");
    }

    /** Returns the whole file. */
    String text(LocalDate today) {
        return TEMPLATE.formatted(
                YamlText.quoted(title),
                YamlText.quoted("alertname=\"" + alert.replace("\\", "\\\\").replace("\"", "\\\"") + "\""),
                line("flow", flow),
                line("owner", owner),
                today,
                title,
                content.meaning(),
                content.check(),
                content.fix(),
                YamlText.quoted(slug()),
                content.verify(),
                content.escalate());
    }

    private static String line(String key, Optional<String> value) {
        return value.map(text -> key + ": " + YamlText.quoted(text) + "\n").orElse("");
    }
}
