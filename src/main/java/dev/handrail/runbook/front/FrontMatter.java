package dev.handrail.runbook.front;

import dev.handrail.platform.source.Excerpt;
import dev.handrail.platform.source.Position;
import dev.handrail.platform.source.Problems;
import java.util.List;
import java.util.Optional;

/**
 * The YAML between two lines of {@code ---} at the top of a file.
 *
 * @param yaml empty if the file has none
 * @param lines how many lines of the file it takes, its two rules included
 */
public record FrontMatter(Optional<Excerpt> yaml, int lines) {
    private static final FrontMatter NONE = new FrontMatter(Optional.empty(), 0);
    private static final String RULE = "---";
    private static final String TOML_RULE = "+++";

    public static FrontMatter of(String path, String text, Problems problems) {
        var lines = text.lines().toList();
        if (!lines.isEmpty() && lines.getFirst().stripTrailing().equals(TOML_RULE)) {
            return toml(lines);
        }
        if (lines.isEmpty() || !lines.getFirst().stripTrailing().equals(RULE)) {
            return NONE;
        }
        for (int end = 1; end < lines.size(); end++) {
            if (lines.get(end).stripTrailing().equals(RULE)) {
                if (!looksLikeYaml(lines.subList(1, end))) {
                    return NONE;
                }
                var yaml = String.join("\n", lines.subList(1, end));
                return new FrontMatter(Optional.of(Excerpt.part(path, yaml, 2, 0)), end + 1);
            }
        }
        if (lines.size() > 1 && HeadReader.opensOwnKey(lines.get(1))) {
            problems.error(
                    new Position(path, 1, 1), "front-matter-without-end", "no second ---", "--- after the last key");
        }
        return NONE;
    }

    /** Hugo's other front matter: not for us, and no text for responders. Two rows of signs may also be only that. */
    private static FrontMatter toml(List<String> lines) {
        for (int end = 1; end < lines.size(); end++) {
            if (lines.get(end).stripTrailing().equals(TOML_RULE)) {
                return looksLikeToml(lines.subList(1, end)) ? new FrontMatter(Optional.empty(), end + 1) : NONE;
            }
        }
        return NONE;
    }

    private static boolean looksLikeToml(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .findFirst()
                .map(line -> line.matches("\\[.*|[\\p{L}\\p{N}_.\"'-]+\\s*=.*"))
                .orElse(true);
    }

    /** A rule of dashes at the top of a file may be only that. */
    private static boolean looksLikeYaml(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .findFirst()
                .map(FrontMatter::isKey)
                .orElse(true);
    }

    private static boolean isKey(String line) {
        return line.matches("[\"'{]?[\\p{L}_][\\p{L}\\p{N}_.-]*[\"']?\\s*:(\\s.*)?");
    }
}
