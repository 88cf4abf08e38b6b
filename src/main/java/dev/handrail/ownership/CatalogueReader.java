package dev.handrail.ownership;

import dev.handrail.ownership.nearby.FileOwners;
import dev.handrail.ownership.nearby.KnownNames;
import dev.handrail.ownership.nearby.NearbyReader;
import dev.handrail.ownership.system.ExternalSystem;
import dev.handrail.ownership.system.SystemsFile;
import dev.handrail.platform.source.Excerpt;
import dev.handrail.platform.source.Position;
import dev.handrail.platform.source.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Reads owners.yml, flows.yml and systems.yml, and the OWNERS and CODEOWNERS files of a library. */
public final class CatalogueReader {
    public static final String OWNERS = "owners.yml";
    public static final String FLOWS = "flows.yml";

    /** The rule that says that one of the files is not there. */
    public static final String MISSING = "missing-file";

    private final Optional<Path> folder;
    private final Problems problems;

    private CatalogueReader(Optional<Path> folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /**
     * Reads the files of a library's folder. Without owners.yml or flows.yml, or with an error in one of them, there is no
     * catalogue; a system that cannot be made out is only left out, because people can be told without it.
     */
    public static CatalogueRead read(Path folder) {
        var problems = new Problems();
        var owners = file(folder, OWNERS, problems);
        var flows = file(folder, FLOWS, problems);
        return new CatalogueReader(Optional.of(folder), problems).read(owners, flows);
    }

    /** Reads the texts of owners.yml and flows.yml, for a library that has nothing else. */
    public static CatalogueRead read(String owners, String flows) {
        return new CatalogueReader(Optional.empty(), new Problems()).read(Optional.of(owners), Optional.of(flows));
    }

    private CatalogueRead read(Optional<String> owners, Optional<String> flows) {
        var owned = owners.flatMap(text -> OwnersFile.read(Excerpt.whole(OWNERS, text), problems));
        var flowing =
                flows.flatMap(text -> FlowsFile.read(Excerpt.whole(FLOWS, text), owned.map(OwnersFile::ids), problems));
        var names = new Names(owned.map(OwnersFile::ids), flowing.map(FlowsFile::ids));
        var isComplete = !problems.hasErrors();
        var systems = systems();
        var catalogue =
                owned.filter(_ -> isComplete).flatMap(who -> flowing.map(what -> catalogue(who, what, systems)));
        return new CatalogueRead(catalogue, names, systems, problems.sorted());
    }

    private Map<String, ExternalSystem> systems() {
        return folder.filter(root -> Files.exists(root.resolve(SystemsFile.NAME)))
                .flatMap(root -> file(root, SystemsFile.NAME, problems))
                .map(text -> SystemsFile.read(Excerpt.whole(SystemsFile.NAME, text), problems))
                .orElse(SystemsFile.NONE)
                .systems();
    }

    private Catalogue catalogue(OwnersFile who, FlowsFile what, Map<String, ExternalSystem> systems) {
        var named = new KnownNames(who.ids(), who.aliases());
        var fileOwners =
                folder.map(root -> NearbyReader.read(root, named, problems)).orElse(FileOwners.NONE);
        return new Catalogue(
                who.owners(),
                what.flows(),
                who.defaultOwner(),
                what.defaultChannel(),
                systems,
                fileOwners,
                who.people(),
                who.rules());
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
