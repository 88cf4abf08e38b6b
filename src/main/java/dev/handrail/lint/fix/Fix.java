package dev.handrail.lint.fix;

import dev.handrail.platform.source.Nearest;
import dev.handrail.platform.source.Position;
import dev.handrail.platform.source.Problem;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** One word of a file that is replaced by another. */
public record Fix(Position at, String was, String is) {
    private static final Pattern QUOTED = Pattern.compile("'([^']+)'.*", Pattern.DOTALL);
    private static final String ONE_OF = "one of ";

    /** Returns the fix of a problem; empty unless there is just one word that can be meant. */
    static Optional<Fix> of(Problem problem) {
        return quoted(problem.found()).flatMap(was -> meant(problem, was).map(is -> new Fix(problem.at(), was, is)));
    }

    private static Optional<String> meant(Problem problem, String was) {
        if (problem.wanted().startsWith(ONE_OF)) {
            var same = Arrays.stream(problem.wanted().substring(ONE_OF.length()).split(", "))
                    .filter(was::equalsIgnoreCase)
                    .toList();
            return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
        }
        return quoted(problem.wanted()).filter(is -> isCertain(problem.rule(), was, is));
    }

    private static boolean isCertain(String rule, String was, String is) {
        return switch (rule) {
            case "loose-step-name" -> true;
            case "unknown-key" -> Nearest.isSlip(was, is);
            default -> was.equalsIgnoreCase(is);
        };
    }

    private static Optional<String> quoted(String text) {
        var matcher = QUOTED.matcher(text);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Returns the line with the word replaced; empty if the word is not there, or is there more than once. */
    Optional<String> applyTo(String line) {
        var first = line.indexOf(was, Math.min(at.column() - 1, line.length()));
        return first < 0 || line.indexOf(was, first + 1) >= 0
                ? Optional.empty()
                : Optional.of(line.substring(0, first) + is + line.substring(first + was.length()));
    }

    /** Returns what was done, as a sentence's end: {@code 'flwo' is now 'flow'}. */
    public String words() {
        return "'" + was + "' is now '" + is + "'";
    }
}
