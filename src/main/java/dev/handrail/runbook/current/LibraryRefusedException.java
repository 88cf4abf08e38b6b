package dev.handrail.runbook.current;

import dev.handrail.platform.source.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** There is no library to start with. The message lists every problem of every file. */
public final class LibraryRefusedException extends RuntimeException {
    LibraryRefusedException(String place, List<Problem> problems) {
        super("The runbooks in %s cannot be used:%n%s"
                .formatted(
                        place,
                        problems.stream().map(Problem::toString).collect(Collectors.joining(System.lineSeparator()))));
    }
}
