package dev.handrail.platform.settings;

import io.micronaut.core.value.PropertyResolver;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads settings by their property name ({@code handrail.alert.token}) and gathers every problem, so that one start names all of
 * them. A wrong setting yields its default: what is read counts only while {@link #problems} is empty.
 */
public final class SettingsReader {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    private final Function<String, Optional<String>> lookup;
    private final List<SettingProblem> problems = new ArrayList<>();

    public SettingsReader(Function<String, Optional<String>> lookup) {
        this.lookup = lookup;
    }

    /** Reads from the environment and the configuration files, as the framework has merged them. */
    public static SettingsReader of(PropertyResolver properties) {
        return new SettingsReader(name -> properties.getProperty(name, String.class));
    }

    /** Returns the environment variable that sets a property: {@code HANDRAIL_ALERT_TOKEN}. */
    public static String variable(String name) {
        return name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** Returns a text without the space around it; blank is as good as not set. */
    public Optional<String> text(String name) {
        return raw(name).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** Returns a secret from {@code NAME} or the file that {@code NAME_FILE} names; shorter ones and blank ones are problems. */
    public Optional<String> secret(String name, int shortest) {
        return new SecretReader(this, shortest).read(name);
    }

    /** Reads {@code 90s}, {@code 5m}, {@code 12h}, {@code 1d}. */
    public Duration duration(String name, Duration otherwise) {
        return text(name).flatMap(text -> parseDuration(name, text)).orElse(otherwise);
    }

    /** Reads an {@code http} or {@code https} address; a trailing slash is dropped. */
    public Optional<URI> url(String name) {
        return text(name).flatMap(text -> parseUrl(name, text));
    }

    public Path path(String name, Path otherwise) {
        return text(name).flatMap(text -> parsePath(name, text)).orElse(otherwise);
    }

    /** Reads a whole number from {@code least} on. */
    public int integer(String name, int otherwise, int least) {
        return text(name).flatMap(text -> parseInteger(name, text, least)).orElse(otherwise);
    }

    /** Adds a problem with a setting that was read as text. */
    public void report(String name, String found, String wanted) {
        problems.add(new SettingProblem(variable(name), found, wanted));
    }

    /** Adds a problem with a file that a setting names. */
    public void report(SettingProblem problem) {
        problems.add(problem);
    }

    /** Returns what is wrong with what was read so far, in the order of reading, each once. */
    public List<SettingProblem> problems() {
        return problems.stream().distinct().toList();
    }

    /** Throws {@link InvalidSettingsException} if anything that was read is wrong. */
    public void check() {
        if (!problems.isEmpty()) {
            throw new InvalidSettingsException(problems());
        }
    }

    Optional<String> raw(String name) {
        return lookup.apply(name);
    }

    private Optional<Duration> parseDuration(String name, String text) {
        var matcher = DURATION.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            report(name, "'" + text + "'", "a whole number and a unit: 90s, 5m, 12h or 1d");
            return Optional.empty();
        }
        var count = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "ms" -> Duration.ofMillis(count);
                    case "s" -> Duration.ofSeconds(count);
                    case "m" -> Duration.ofMinutes(count);
                    case "h" -> Duration.ofHours(count);
                    default -> Duration.ofDays(count);
                });
    }

    private Optional<URI> parseUrl(String name, String text) {
        try {
            var url = new URI(text.replaceFirst("/+$", ""));
            if (url.getHost() != null && List.of("http", "https").contains(String.valueOf(url.getScheme()))) {
                return Optional.of(url);
            }
        } catch (URISyntaxException e) {
            report(name, "'" + text + "' (" + e.getReason() + ")", "an address such as https://handrail.example.org");
            return Optional.empty();
        }
        report(name, "'" + text + "'", "an address such as https://handrail.example.org");
        return Optional.empty();
    }

    private Optional<Path> parsePath(String name, String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            report(name, "'" + text + "' (" + e.getReason() + ")", "a path");
            return Optional.empty();
        }
    }

    private Optional<Integer> parseInteger(String name, String text, int least) {
        if (text.matches("-?\\d{1,9}") && Integer.parseInt(text) >= least) {
            return Optional.of(Integer.valueOf(text));
        }
        report(name, "'" + text + "'", "a whole number from " + least);
        return Optional.empty();
    }
}
