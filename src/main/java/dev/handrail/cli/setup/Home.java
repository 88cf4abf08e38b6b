package dev.handrail.cli.setup;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where Handrail's own files are. The launcher passes its folder; paths that people give are relative to theirs.
 *
 * @param folder the folder of the checkout or of the installation
 */
public record Home(Path folder) {
    public static Home ofLauncher() {
        return new Home(Path.of(System.getProperty("handrail.home", "")).toAbsolutePath());
    }

    /** Returns the library that is served: what HANDRAIL_RUNBOOKS names, else what there is. */
    public Path library() {
        var configured = System.getenv("HANDRAIL_RUNBOOKS");
        return configured == null || configured.isBlank() ? runbooks() : Path.of(configured);
    }

    /** Returns the runbooks where nobody said which: those of the caller's folder, or else the ones that come with Handrail. */
    Path runbooks() {
        var here = Path.of("runbooks");
        return Files.isDirectory(here) ? here : folder.resolve("runbooks");
    }

    /** Returns where the demo keeps its data: always the same place, unless that cannot be written. */
    Path demoData() {
        var data = Path.of("data", "demo");
        return Files.isWritable(folder) ? folder.resolve(data) : data.toAbsolutePath();
    }
}
