package dev.handrail.platform.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a secret from {@code NAME} or from the file that {@code NAME_FILE} names. Problems never show the secret. */
final class SecretReader {
    private final SettingsReader settings;
    private final int shortest;

    SecretReader(SettingsReader settings, int shortest) {
        this.settings = settings;
        this.shortest = shortest;
    }

    Optional<String> read(String name) {
        var given = settings.raw(name);
        var file = settings.text(name + "-file");
        if (given.isPresent() && file.isPresent()) {
            settings.report(name, "both it and " + SettingsReader.variable(name + "-file"), "one of the two");
            return Optional.empty();
        }
        return given.isPresent()
                ? longEnough(name, given.get())
                : file.flatMap(path -> contents(name + "-file", path))
                        .flatMap(text -> longEnough(name + "-file", text));
    }

    private Optional<String> contents(String name, String file) {
        try {
            return Optional.of(Files.readString(Path.of(file)).strip());
        } catch (NoSuchFileException e) {
            settings.report(name, "the path '" + file + "', where there is no file", "a file that holds the secret");
        } catch (IOException | InvalidPathException e) {
            settings.report(name, "the path '" + file + "': " + e.getMessage(), "a text file that Handrail may read");
        }
        return Optional.empty();
    }

    private Optional<String> longEnough(String name, String secret) {
        if (secret.length() >= shortest && !secret.isBlank()) {
            return Optional.of(secret);
        }
        var found = secret.isBlank() ? "a blank value" : "a secret of " + secret.length() + " characters";
        settings.report(name, found, "at least " + shortest + " characters; leave it out where it is optional");
        return Optional.empty();
    }
}
