package dev.handrail.ownership.nearby;

import dev.handrail.ownership.nearby.FileOwners.Named;
import dev.handrail.platform.source.Nearest;
import dev.handrail.platform.source.Placed;
import dev.handrail.platform.source.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds for each runbook the nearest file that names an owner whom owners.yml knows. */
public final class NearbyReader {
    /** Where a CODEOWNERS for the whole library may stand; the first there is holds, as GitHub has it. */
    private static final List<String> FOR_ALL = List.of(".github/", "", "docs/", ".gitlab/");

    private final KnownNames known;
    private final Problems problems;
    private final Map<String, List<NamesOwners>> byFolder = new HashMap<>();

    private NearbyReader(KnownNames known, Problems problems) {
        this.known = known;
        this.problems = problems;
    }

    /** Reads the files of {@code folder}. Names that nobody knows, of those that are asked for, are noted as warnings. */
    public static FileOwners read(Path folder, KnownNames known, Problems problems) {
        var reader = new NearbyReader(known, problems);
        var files = NearbyFiles.in(folder);
        reader.add(files.texts());
        var owners = new TreeMap<String, Named>();
        files.markdown().forEach(path -> reader.owner(path).ifPresent(named -> owners.put(path, named)));
        return new FileOwners(owners);
    }

    private void add(Map<String, String> texts) {
        texts.forEach((path, text) -> {
            if (path.endsWith(NearbyFiles.OWNERS) && !path.endsWith(NearbyFiles.CODE_OWNERS)) {
                in(folder(path)).addFirst(OwnersList.read(path, text, problems));
            } else if (!FOR_ALL.contains(folder(path))) {
                in(folder(path)).add(CodeOwnersFile.read(path, text));
            }
        });
        FOR_ALL.stream()
                .map(folder -> folder + NearbyFiles.CODE_OWNERS)
                .filter(texts::containsKey)
                .findFirst()
                .ifPresent(path -> in("").add(CodeOwnersFile.read(path, texts.getOrDefault(path, ""))));
    }

    private List<NamesOwners> in(String folder) {
        return byFolder.computeIfAbsent(folder, _ -> new ArrayList<>());
    }

    /** Climbs from the file's own folder to the library's. */
    private Optional<Named> owner(String path) {
        var isOpen = true;
        for (var folder = folder(path); isOpen; folder = above(folder)) {
            for (var file : byFolder.getOrDefault(folder, List.of())) {
                var names = file.namesFor(path.substring(folder.length()));
                var owner = names.stream().flatMap(name -> named(name).stream()).findFirst();
                if (owner.isPresent()) {
                    return owner;
                }
                names.stream().findFirst().ifPresent(this::warn);
                isOpen &= file.leavesRoomAbove();
            }
            isOpen &= !folder.isEmpty();
        }
        return Optional.empty();
    }

    private Optional<Named> named(Placed<String> name) {
        return known.owner(name.value()).map(owner -> new Named(owner, name.value(), name.at()));
    }

    private void warn(Placed<String> name) {
        problems.warning(
                name.at(),
                "unknown-file-owner",
                "'" + name.value() + "', whom owners.yml does not know",
                Nearest.advice(name.value(), known.all()) + ", or the name among an owner's 'aliases'");
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    private static String above(String folder) {
        return folder.isEmpty() ? "" : folder(folder.substring(0, folder.length() - 1));
    }
}
