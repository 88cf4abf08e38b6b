package dev.handrail.ownership;

import dev.handrail.platform.source.Excerpt;
import dev.handrail.platform.source.Position;
import dev.handrail.platform.source.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads owners.yml and flows.yml. */
public final class CatalogueReader {
    public static final String OWNERS = "owners.yml";
    public static final String FLOWS = "flows.yml";

    /** The rule that says that one of the files is not there. */
    public static final String MISSING = "missing-file";

    private CatalogueReader() {}

    /** Reads the two files of a library's folder. A missing one is a problem. */
    public static CatalogueRead read(Path folder) {
        var problems = new Problems();
        var owners = file(folder, OWNERS, problems);
        var flows = file(folder, FLOWS, problems);
        return read(owners, flows, problems);
    }

    /** Reads the texts of the two files. */
    public static CatalogueRead read(String owners, String flows) {
        return read(Optional.of(owners), Optional.of(flows), new Problems());
    }

    private static CatalogueRead read(Optional<String> owners, Optional<String> flows, Problems problems) {
        var owned = owners.flatMap(text -> OwnersFile.read(Excerpt.whole(OWNERS, text), problems));
        var flowing =
                flows.flatMap(text -> FlowsFile.read(Excerpt.whole(FLOWS, text), owned.map(OwnersFile::ids), problems));
        var names = new Names(owned.map(OwnersFile::ids), flowing.map(FlowsFile::ids));
        if (problems.hasErrors()) {
            return new CatalogueRead(Optional.empty(), names, problems.sorted());
        }
        var catalogue = owned.flatMap(who -> flowing.map(
                what -> new Catalogue(who.owners(), what.flows(), who.defaultOwner(), what.defaultChannel())));
        return new CatalogueRead(catalogue, names, problems.sorted());
    }

    private static Optional<String> file(Path folder, String name, Problems problems) {
        var file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            problems.error(new Position(name, 1, 1), MISSING, "no " + name, "the file, beside the runbooks");
            return Optional.empty();
        }
        try {
            return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            problems.error(
                    new Position(name, 1, 1),
                    "unreadable-file",
                    "a file that cannot be read (" + e.getClass().getSimpleName() + ")",
                    "a file that Handrail may read");
            return Optional.empty();
        }
    }
}
