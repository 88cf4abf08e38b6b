package dev.handrail.runbook.parse;

import dev.handrail.platform.source.Nearest;
import dev.handrail.platform.source.Position;
import dev.handrail.platform.source.Problems;
import dev.handrail.runbook.StepId;
import dev.handrail.runbook.StepNames;
import dev.handrail.runbook.Target;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an outcome's link leads to: a step of this runbook, another runbook of this file, or another file of the library. */
final class Links {
    private static final int MOST_COMPARED = 20_000;

    private final String path;
    private final StepNames names;
    private final Map<String, StepNames> inFile;
    private final Problems problems;
    private int compared;

    /**
     * @param path of the file
     * @param names of the runbook that the links stand in
     * @param inFile those of each runbook of the file, by its path
     */
    Links(String path, StepNames names, Map<String, StepNames> inFile, Problems problems) {
        this.path = path;
        this.names = names;
        this.inFile = inFile;
        this.problems = problems;
    }

    StepNames names() {
        return names;
    }

    Optional<Target> target(String address, Position at) {
        var hash = address.indexOf('#');
        var file = hash < 0 ? address : address.substring(0, hash);
        var fragment = hash < 0 ? "" : decoded(address.substring(hash + 1));
        var other = file.isEmpty() ? Optional.of(path) : resolved(decoded(file));
        if (other.isEmpty() || !other.get().endsWith(".md") || file.contains(":")) {
            problems.error(
                    at,
                    "bad-target",
                    "'" + address + "'",
                    "#a-step, or a file of the library: other.md or other.md#a-step");
            return Optional.empty();
        }
        if (other.get().equals(path) && !fragment.isEmpty()) {
            return beside(fragment).or(() -> step(fragment, at).map(Target.ToStep::new));
        }
        if (file.isEmpty()) {
            problems.error(at, "bad-target", "'#'", "#a-step");
            return Optional.empty();
        }
        var step = Optional.of(fragment).filter(name -> !name.isBlank()).map(StepId::new);
        return Optional.of(new Target.ToRunbook(other.get(), step));
    }

    private Optional<Target> beside(String fragment) {
        if (names.find(fragment).isPresent()) {
            return Optional.empty();
        }
        return inFile.entrySet().stream()
                .filter(other -> other.getValue().find(fragment).isPresent())
                .findFirst()
                .map(other -> new Target.ToRunbook(other.getKey(), Optional.of(new StepId(fragment))));
    }

    /** A file that misses names by the thousand is told the nearest of the first few: each takes a look at all. */
    private String advice(String fragment) {
        compared += names.known().size();
        return compared <= MOST_COMPARED ? Nearest.advice(fragment, names.known()) : "the name of a step of this file";
    }

    private Optional<StepId> step(String fragment, Position at) {
        var found = names.find(fragment);
        if (found.isEmpty()) {
            problems.error(at, "unknown-step", "'#" + fragment + "'", advice(fragment));
        }
        found.filter(name -> !name.isExact())
                .ifPresent(name -> problems.warning(
                        at, "loose-step-name", "'#" + fragment + "'", "'#" + name.step() + "', as GitHub names it"));
        return found.map(StepNames.Found::step);
    }

    /** Returns the path from the library's folder; empty if it leads out of it. */
    private Optional<String> resolved(String file) {
        var folders = new ArrayDeque<String>();
        if (!file.startsWith("/") && path.contains("/")) {
            folders.addAll(List.of(path.substring(0, path.lastIndexOf('/')).split("/")));
        }
        for (var part : file.split("/")) {
            if (part.equals("..") && folders.pollLast() == null) {
                return Optional.empty();
            }
            if (!part.isEmpty() && !part.equals(".") && !part.equals("..")) {
                folders.addLast(part);
            }
        }
        return Optional.of(String.join("/", folders));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }
}
