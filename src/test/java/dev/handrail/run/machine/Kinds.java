package dev.handrail.run.machine;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The records that a sealed type comes to, through the sealed types below it. */
public final class Kinds {
    private Kinds() {}

    public static List<Class<?>> of(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .<Class<?>>flatMap(kind -> kind.isSealed() ? of(kind).stream() : Stream.of(kind))
                .toList();
    }
}
