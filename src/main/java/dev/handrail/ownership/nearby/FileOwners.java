package dev.handrail.ownership.nearby;

import dev.handrail.platform.source.Position;
import java.util.Map;
import java.util.Optional;

/** The owner of each runbook whose folder, or one above it, has an OWNERS or CODEOWNERS file that names one. */
public record FileOwners(Map<String, Named> byPath) {
    public static final FileOwners NONE = new FileOwners(Map.of());

    /**
     * An owner, and where it is named.
     *
     * @param owner the key in owners.yml
     * @param written the name as it stands there
     */
    public record Named(String owner, String written, Position at) {}

    public FileOwners {
        byPath = Map.copyOf(byPath);
    }

    /** Returns the owner of the runbook at {@code path}; one of several in a file, {@code file.md#name}, has the file's. */
    public Optional<Named> of(String path) {
        var name = path.indexOf('#');
        return Optional.ofNullable(byPath.get(name < 0 ? path : path.substring(0, name)));
    }
}
