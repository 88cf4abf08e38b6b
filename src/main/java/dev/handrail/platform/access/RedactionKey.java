package dev.handrail.platform.access;

import dev.handrail.platform.settings.SettingsReader;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The key by which secrets that were taken out of alerts can be told apart, and nothing else: it opens no door. The environment
 * may give it, so that it lies elsewhere than what it was used on; otherwise it is made at the first start and kept.
 */
@Singleton
public final class RedactionKey {
    private static final String SETTING = "handrail.redaction-key";
    private static final String NAME = "redaction";
    private static final int SHORTEST = 32;

    private final String key;

    RedactionKey(Environment environment, KeptKeys keys) {
        var reader = SettingsReader.of(environment);
        var given = read(reader);
        reader.check();
        key = given.orElseGet(() -> keys.of(NAME));
    }

    /** Reads the setting; what is wrong is in {@code settings} then. */
    public static Optional<String> read(SettingsReader settings) {
        return settings.secret(SETTING, SHORTEST);
    }

    public byte[] bytes() {
        return key.getBytes(StandardCharsets.UTF_8);
    }
}
