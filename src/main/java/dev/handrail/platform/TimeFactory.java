package dev.handrail.platform;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Secondary;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The only place that reads the machine's clock. */
@Factory
final class TimeFactory {
    @Singleton
    @Secondary
    InstantSource clock() {
        return InstantSource.system();
    }
}
