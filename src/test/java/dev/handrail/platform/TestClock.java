package dev.handrail.platform;

import io.micronaut.context.RuntimeBeanDefinition;
import java.time.InstantSource;

/** Puts a test's clock in the place of the machine's, which is a bean of the framework. */
public final class TestClock {
    private TestClock() {}

    public static RuntimeBeanDefinition<InstantSource> of(InstantSource clock) {
        return RuntimeBeanDefinition.builder(InstantSource.class, () -> clock)
                .singleton(true)
                .replaces(InstantSource.class)
                .build();
    }
}
