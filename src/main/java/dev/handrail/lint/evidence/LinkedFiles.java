package dev.handrail.lint.evidence;

import dev.handrail.runbook.Parsed;
import dev.handrail.runbook.folder.Survey;
import dev.handrail.runbook.parse.RunbookParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files that a library's links may lead to: its own, and those beside it. Each is looked at once. */
public final class LinkedFiles {
    private static final long LARGEST = 512 * 1024;

    private final Path folder;
    private final Map<String, Parsed> files = new HashMap<>();
    private final Map<String, String> pathsByName = new HashMap<>();
    private final Map<Path, Boolean> there = new HashMap<>();
    private final Map<Path, Optional<Set<String>>> anchors = new HashMap<>();

    public LinkedFiles(Survey survey) {
        this.folder = survey.folder().toAbsolutePath().normalize();
        survey.files().forEach(file -> {
            files.put(file.path(), file);
            pathsByName.putIfAbsent(file.path().substring(file.path().lastIndexOf('/') + 1), file.path());
        });
    }

    /** Says whether a link from one file leads to something: sites also leave out {@code .md}. */
    public boolean isThere(String from, String link) {
        return target(from, link)
                .filter(target -> there.computeIfAbsent(target, LinkedFiles::exists))
                .isPresent();
    }

    private static boolean exists(Path target) {
        var name = target.getFileName();
        return Files.exists(target) || (name != null && Files.exists(target.resolveSibling(name + ".md")));
    }

    /** Returns what to write instead: the file of that name, where the library has one elsewhere. */
    public String advice(String from, String link) {
        var name = link.substring(link.lastIndexOf('/') + 1);
        return Optional.ofNullable(pathsByName.get(name))
                .map(path -> "'" + relative(from, path) + "'")
                .orElse("a file that is there");
    }

    private static String relative(String from, String to) {
        var parent = Path.of(from).getParent();
        var path = parent == null ? Path.of(to) : parent.relativize(Path.of(to));
        return path.toString().replace('\\', '/');
    }

    /** Returns what a link to a file may name after its {@code #}; empty where that is not known. */
    public Optional<Set<String>> anchors(Parsed from, String link) {
        if (link.isEmpty()) {
            return Optional.of(names(from));
        }
        return target(from.path(), link)
                .filter(target -> target.toString().endsWith(".md"))
                .flatMap(target -> anchors.computeIfAbsent(target, this::read));
    }

    private Optional<Set<String>> read(Path target) {
        var known = target.startsWith(folder)
                ? files.get(folder.relativize(target).toString().replace('\\', '/'))
                : null;
        if (known != null) {
            return Optional.of(names(known));
        }
        try {
            return Files.isRegularFile(target) && Files.size(target) <= LARGEST
                    ? Optional.of(names(RunbookParser.parse("", Files.readString(target))))
                    : Optional.empty();
        } catch (IOException _) {
            return Optional.empty(); // A file that is no text has no anchors that anybody could know.
        }
    }

    private static Set<String> names(Parsed file) {
        return file.mentions().anchors();
    }

    private Optional<Path> target(String from, String link) {
        try {
            return Optional.of(folder.resolve(from).resolveSibling(link).normalize());
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }
}
