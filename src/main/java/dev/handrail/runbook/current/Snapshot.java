package dev.handrail.runbook.current;

import dev.handrail.platform.source.Problem;
import java.nio.file.Path;
import java.util.List;

/**
 * The files of a library at one moment.
 *
 * @param folder where they are
 * @param version equal while no file has changed
 * @param problems what of the source was left out, and why
 */
public record Snapshot(Path folder, String version, List<Problem> problems, Standing standing) {
    public Snapshot {
        problems = List.copyOf(problems);
    }

    public Snapshot with(Standing other) {
        return new Snapshot(folder, version, problems, other);
    }
}
