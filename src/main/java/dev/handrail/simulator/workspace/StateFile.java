package dev.handrail.simulator.workspace;

import dev.handrail.platform.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** The file that a workspace outlives its process in: always one whole snapshot, the last one. */
final class StateFile {
    private final Path file;
    private long written = -1;

    StateFile(Path file) {
        this.file = file;
    }

    Optional<Snapshot> read() {
        try {
            return Files.exists(file)
                    ? Optional.of(Json.read(Files.readString(file), Snapshot.class))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the local Slack's state file " + file, e);
        }
    }

    /** Writes a snapshot beside the file and moves it into place, unless a newer one is already there. */
    synchronized void write(Snapshot snapshot) {
        if (snapshot.revision() < written) {
            return;
        }
        try {
            var parent = file.toAbsolutePath().getParent();
            Files.createDirectories(parent);
            var fresh = Files.createTempFile(parent, file.getFileName().toString(), ".new");
            Files.writeString(fresh, Json.write(snapshot));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            written = snapshot.revision();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the local Slack's state file " + file, e);
        }
    }
}
