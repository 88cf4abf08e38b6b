package dev.handrail.lint.check;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.handrail.platform.source.Position;
import dev.handrail.platform.source.Problems;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Text that looks like a credential. Runbooks are read by many and copied to Slack: whoever sees one can use it. */
final class Secrets implements Check {
    /**
     * One kind of credential.
     *
     * @param mark what its text always has in it: looking for that is far quicker than looking for the shape
     */
    private record Shape(String what, String mark, Pattern pattern) {
        static Shape of(String what, String mark, String regex) {
            return new Shape("what looks like " + what, mark, Pattern.compile(regex));
        }

        boolean isMarked(String text) {
            return text.contains(mark);
        }
    }

    /** Prefixes that their issuers chose so that they can be found. Linear-time expressions: the text is anybody's. */
    private static final List<Shape> ISSUED = List.of(
            Shape.of("a Slack token", "xox", "xox[abeoprs]-[A-Za-z0-9-]{10,}"),
            Shape.of(
                    "a Slack webhook",
                    "hooks.slack.com",
                    "hooks\\.slack\\.com/services/T[A-Z0-9]{6,}/B[A-Z0-9]{6,}/[A-Za-z0-9]{16,}"),
            Shape.of("a GitHub token", "gho_", "gho_[A-Za-z0-9]{30,}"),
            Shape.of("a GitHub token", "ghp_", "ghp_[A-Za-z0-9]{30,}"),
            Shape.of("a GitHub token", "ghr_", "ghr_[A-Za-z0-9]{30,}"),
            Shape.of("a GitHub token", "ghs_", "ghs_[A-Za-z0-9]{30,}"),
            Shape.of("a GitHub token", "ghu_", "ghu_[A-Za-z0-9]{30,}"),
            Shape.of("a GitHub token", "github_pat_", "github_pat_[A-Za-z0-9_]{40,}"),
            Shape.of("a GitLab token", "glpat-", "glpat-[A-Za-z0-9_-]{18,}"),
            Shape.of("an AWS access key", "AKIA", "AKIA[A-Z0-9]{16}"),
            Shape.of("an AWS access key", "ASIA", "ASIA[A-Z0-9]{16}"),
            Shape.of("a Stripe key", "k_live_", "[rs]k_live_[A-Za-z0-9]{16,}"),
            Shape.of("a Google API key", "AIza", "AIza[A-Za-z0-9_-]{35}"),
            Shape.of("an npm token", "npm_", "npm_[A-Za-z0-9]{30,}"),
            Shape.of("a private key", "PRIVATE KEY", "-----BEGIN ([A-Z0-9]+ )*PRIVATE KEY-----"),
            Shape.of(
                    "a signed token (JWT)",
                    "eyJ",
                    "eyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}"));

    /** Alternatives without repetition: what is quick, and cannot be slow. */
    private static final java.util.regex.Pattern WORDS = java.util.regex.Pattern.compile(
            "passw|pwd|secret|token|(api|access)[_-]?key", java.util.regex.Pattern.CASE_INSENSITIVE);

    private static final Pattern GIVEN = Pattern.compile(
            "(?i)(?:password|passwd|pwd|secret|token|api[_-]?key|access[_-]?key)[\"']?\\s*[:=]\\s*[\"']?([^\\s\"'`,;&)}\\]]{8,})");
    private static final Pattern IN_ADDRESS = Pattern.compile("[a-z][a-z0-9+.-]*://[^\\s/:@]+:([^\\s/:@]{8,})@");
    private static final int LONGEST_LINE = 20_000;

    @Override
    public void look(Subject subject, Problems problems) {
        subject.survey().texts().forEach((path, text) -> {
            var shapes = ISSUED.stream().filter(shape -> shape.isMarked(text)).toList();
            var number = 0;
            for (var line : text.lines().toList()) {
                number++;
                if (line.length() <= LONGEST_LINE) {
                    look(line, new Position(path, number, 1), shapes, problems);
                }
            }
        });
    }

    private static void look(String line, Position at, List<Shape> shapes, Problems problems) {
        shapes.stream()
                .filter(shape -> shape.isMarked(line))
                .flatMap(shape -> found(shape, line).stream())
                .findFirst()
                .or(() -> mayAssign(line) ? given(GIVEN, line) : Optional.empty())
                .or(() -> line.contains("://") && line.contains("@") ? given(IN_ADDRESS, line) : Optional.empty())
                .ifPresent(found -> problems.warning(
                        new Position(at.file(), at.line(), found.at() + 1),
                        "secret",
                        found.what(),
                        "the name of the place where it is kept; a secret that was committed is to be replaced"));
    }

    private static boolean mayAssign(String line) {
        return (line.indexOf('=') >= 0 || line.indexOf(':') >= 0)
                && WORDS.matcher(line).find();
    }

    private record Found(String what, int at) {}

    private static Optional<Found> found(Shape shape, String line) {
        var matcher = shape.pattern().matcher(line);
        while (matcher.find()) {
            if (!isMadeUp(matcher.group())) {
                return Optional.of(new Found(shape.what(), matcher.start()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Found> given(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        while (matcher.find()) {
            var value = matcher.group(1);
            if (Entropy.looksRandom(value) && !isMadeUp(value)) {
                return Optional.of(new Found("what looks like a password or key", matcher.start(1)));
            }
        }
        return Optional.empty();
    }

    /** Manuals write examples so that nobody takes them for real. */
    private static boolean isMadeUp(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return lower.contains("example")
                || lower.contains("xxxx")
                || lower.contains("0000")
                || lower.contains("123456")
                || lower.contains("your")
                || lower.contains("...")
                || lower.contains("redacted")
                || lower.contains("changeme");
    }
}
