package dev.handrail.runbook.library;

import dev.handrail.platform.source.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** There is no library to start with. The message lists every problem of every file. */
public final class LibraryRefusedException extends RuntimeException {
    LibraryRefusedException(Path folder, List<Problem> problems) {
        super("The runbooks in %s cannot be used:%n%s"
                .formatted(
                        folder.toAbsolutePath().normalize(),
                        problems.stream().map(Problem::toString).collect(Collectors.joining(System.lineSeparator()))));
    }
}
