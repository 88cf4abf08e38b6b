package dev.handrail.platform.access;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/** Keys that Handrail makes at its first start and keeps, so that the next start and every replica have the same. */
@Singleton
public final class KeptKeys {
    private final KeyRepository keys;
    private final InstantSource clock;

    KeptKeys(KeyRepository keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** Returns the key of that name; makes it where there is none. */
    public String of(String name) {
        return stored(name)
                .or(() -> {
                    keys.insert(name, Secrets.random(), clock.instant());
                    return stored(name);
                })
                .orElseThrow(() -> new IllegalStateException(
                        "the key '%s' was stored and is gone again; start once more".formatted(name)));
    }

    private Optional<String> stored(String name) {
        return keys.findByName(name).map(KeyRepository.Row::text);
    }
}
