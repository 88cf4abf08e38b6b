package dev.handrail.intake.settings;

import com.google.re2j.Pattern;
import dev.handrail.platform.settings.SettingsReader;
import dev.handrail.platform.source.Position;
import dev.handrail.platform.source.Problems;
import dev.handrail.platform.source.YamlMap;
import dev.handrail.platform.source.YamlValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where a source's file says that its secrets are: {@code NAME} of an environment variable, or {@code {file: PATH}}. A secret that
 * stands in the file itself is refused. No problem shows what stands there, because that may be it.
 */
final class SecretPlaces {
    static final String WANTED = "the name of an environment variable that holds the secret, such as GRAFANA_SECRET,"
            + " or {file: PATH}; never the secret itself";

    private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*");
    private static final int SHORTEST = 8;
    private static final int MOST = 2;

    private final SettingsReader settings;
    private final Path folder;
    private final Problems problems;

    /** @param folder that the paths of files begin at */
    SecretPlaces(SettingsReader settings, Path folder, Problems problems) {
        this.settings = settings;
        this.folder = folder;
        this.problems = problems;
    }

    /** Returns the secrets: one, or two while they change. Empty, and a problem, if there is none. */
    List<String> read(YamlValue value) {
        var places = value.isList() ? value.list() : List.of(value);
        if (places.isEmpty() || places.size() > MOST) {
            problems.error(
                    value.at(),
                    "bad-secrets",
                    places.size() + " secrets",
                    "one secret, or two while one takes the other's place");
            return List.of();
        }
        return places.stream().flatMap(place -> secret(place).stream()).toList();
    }

    private Optional<String> secret(YamlValue place) {
        return place.isMap() ? place.map().flatMap(this::filed) : variable(place);
    }

    private Optional<String> variable(YamlValue place) {
        var name = place.textIfAny();
        if (name.isEmpty() || !VARIABLE.matches(name.get())) {
            problems.error(
                    place.at(),
                    "secret-in-file",
                    "something that is no variable's name (not shown: it may be secret)",
                    WANTED);
            return Optional.empty();
        }
        var secret = settings.text(name.get().toLowerCase(Locale.ROOT).replace('_', '.'));
        if (secret.isEmpty()) {
            problems.error(
                    place.at(),
                    "missing-secret",
                    "the name of an environment variable that is not set",
                    "one that is: set it, or mend the name");
        }
        return secret.flatMap(text -> longEnough(text, place.at()));
    }

    private Optional<String> filed(YamlMap place) {
        return place.allowing(Set.of("file"))
                .require("file", "{file: PATH}, with the path of a file that holds the secret")
                .flatMap(path -> path.text().flatMap(text -> contents(text, path.at())));
    }

    private Optional<String> contents(String path, Position at) {
        try {
            return longEnough(Files.readString(folder.resolve(path)).strip(), at);
        } catch (IOException | InvalidPathException _) {
            problems.error(
                    at, "missing-secret", "a path where no file can be read", "a text file that Handrail may read");
            return Optional.empty();
        }
    }

    private Optional<String> longEnough(String secret, Position at) {
        if (secret.length() >= SHORTEST) {
            return Optional.of(secret);
        }
        problems.error(
                at,
                "short-secret",
                "a secret of " + secret.length() + " characters",
                "at least " + SHORTEST + "; 'handrail source secret' makes a good one");
        return Optional.empty();
    }
}
