package dev.handrail.cli.author;

import dev.handrail.cli.setup.CannotStartException;
import dev.handrail.ownership.CatalogueReader;
import dev.handrail.runbook.folder.Survey;
import dev.handrail.runbook.library.LibraryReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A library, and what of it is asked for.
 *
 * @param isLibrary whether the folder is one, or only holds the files: then nothing else in it is looked at
 * @param paths files and folders in it, relative to it; an empty one is all of it
 */
record LintTarget(Path folder, boolean isLibrary, Set<String> paths) {
    private static final List<String> MARKS = List.of(CatalogueReader.OWNERS, CatalogueReader.FLOWS);

    /** Returns the libraries that the paths stand in; each is read once, however many of its files are named. */
    static List<LintTarget> of(List<Path> paths) {
        var found = new LinkedHashMap<Path, LintTarget>();
        for (var path : paths) {
            var target = of(path);
            found.merge(target.folder(), target, LintTarget::plus);
        }
        return new ArrayList<>(found.values());
    }

    private static LintTarget of(Path path) {
        if (!Files.exists(path)) {
            throw new CannotStartException(
                    "There is no file or folder " + path + ". Wanted a runbook, or a folder of runbooks.");
        }
        var absolute = path.toAbsolutePath().normalize();
        var isFolder = Files.isDirectory(absolute);
        if (!isFolder && !isRead(absolute)) {
            throw new CannotStartException(
                    path
                            + " is no runbook. Wanted a .md file other than README.md, an owners.yml, or a folder of runbooks.");
        }
        var start = isFolder ? absolute : absolute.resolveSibling("");
        return library(start)
                .map(folder -> new LintTarget(folder, true, Set.of(relative(folder, absolute))))
                .orElseGet(() -> new LintTarget(start, isFolder, Set.of(relative(start, absolute))));
    }

    private static boolean isRead(Path file) {
        var name = String.valueOf(file.getFileName());
        return name.endsWith(".yml") || (name.endsWith(".md") && !name.equalsIgnoreCase("README.md"));
    }

    /** The nearest folder with owners or flows, at most as far up as the repository's own. */
    private static Optional<Path> library(Path start) {
        for (var folder = start; folder != null; folder = folder.getParent()) {
            if (MARKS.stream().map(folder::resolve).anyMatch(Files::isRegularFile)) {
                return Optional.of(folder);
            }
            if (Files.exists(folder.resolve(".git"))) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static String relative(Path folder, Path path) {
        return folder.relativize(path).toString().replace('\\', '/');
    }

    private LintTarget plus(LintTarget other) {
        var all = new LinkedHashSet<>(paths);
        all.addAll(other.paths);
        return new LintTarget(folder, isLibrary || other.isLibrary, all);
    }

    Survey survey() {
        return isLibrary ? LibraryReader.survey(folder) : LibraryReader.survey(folder, paths);
    }

    /** Says whether a file of the library is asked for. */
    boolean covers(String path) {
        return paths.stream().anyMatch(asked -> asked.isEmpty() || path.equals(asked) || path.startsWith(asked + "/"));
    }
}
