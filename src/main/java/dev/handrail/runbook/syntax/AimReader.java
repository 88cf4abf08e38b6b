package dev.handrail.runbook.syntax;

import com.google.re2j.Pattern;
import dev.handrail.platform.source.Durations;
import java.util.Locale;
import java.util.Optional;

/** Reads what stands after an outcome's arrow. */
final class AimReader {
    static final String WANTED = "next, resolved, escalate \"reason\", [a step](#its-name), [a runbook](other.md),"
            + " or wait 10m, then one of next, escalate and a step";

    private static final Pattern WAIT = Pattern.compile("(?i)wait\\s+([^\\s,]+)\\s*,?\\s+then\\b\\s*(.*)");
    private static final Pattern ESCALATE = Pattern.compile("(?i)escalate(?:\\s+[\"“„](.*?)[\"”“])?");

    private AimReader() {}

    /**
     * What stands there: words, a link's address, words. The link's own text means nothing.
     *
     * @param address of the first link
     */
    record Written(String before, Optional<String> address, String after) {
        boolean isNothing() {
            return before.isBlank() && address.isEmpty() && after.isBlank();
        }
    }

    /** Returns the aim; empty if what is written is none. */
    static Optional<Aim> read(Written written) {
        var before = written.before().strip();
        Optional<Aim> link = written.address().map(Aim.Link::new);
        if (!written.after().isBlank()) {
            return Optional.empty();
        }
        if (before.isEmpty()) {
            return link;
        }
        return link.isPresent() ? waiting(before, link) : words(before).or(() -> waiting(before, link));
    }

    private static Optional<Aim> words(String text) {
        var escalate = ESCALATE.matcher(text);
        if (escalate.matches()) {
            var reason = escalate.group(1);
            return Optional.of(new Aim.Escalate(reason == null ? "" : reason.strip()));
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "next" -> Optional.of(new Aim.Next());
            case "resolved" -> Optional.of(new Aim.Resolved());
            default -> Optional.empty();
        };
    }

    private static Optional<Aim> waiting(String text, Optional<Aim> link) {
        var wait = WAIT.matcher(text);
        if (!wait.matches() || link.isPresent() != wait.group(2).isEmpty()) {
            return Optional.empty();
        }
        var then = link.or(() -> words(wait.group(2)));
        return Durations.parse(wait.group(1))
                .flatMap(time -> then.filter(AimReader::mayFollowAWait).map(aim -> new Aim.Wait(time, aim)));
    }

    private static boolean mayFollowAWait(Aim aim) {
        return switch (aim) {
            case Aim.Next _, Aim.Escalate _ -> true;
            case Aim.Link link -> link.address().startsWith("#");
            case Aim.Resolved _, Aim.Wait _ -> false;
        };
    }
}
