package dev.handrail.lint.rules;

import dev.handrail.lint.rules.Rule.Example;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Reads the Markdown page of one rule: name, severity, why, hint, and the files of its examples in fences below their paths. */
final class RulePage {
    private static final String HINT = "To mend it: ";
    private static final String FENCE = "````";

    private final String page;
    private final List<String> lines;

    private RulePage(String page) {
        this.page = page;
        this.lines = page.lines().toList();
    }

    static Rule read(String page) {
        return new RulePage(page).read();
    }

    private Rule read() {
        var prose = lines.stream()
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> !line.isBlank())
                .toList();
        if (prose.size() != 4
                || !prose.getFirst().startsWith("# ")
                || !prose.get(3).startsWith(HINT)) {
            throw new IllegalStateException(
                    "a rule's page begins with '# name', its severity, why, and '%s...', but this one with %s"
                            .formatted(HINT, prose));
        }
        return new Rule(
                prose.getFirst().substring(2),
                prose.get(1),
                prose.get(2),
                prose.get(3).substring(HINT.length()),
                example("## Bad"),
                example("## Good"),
                page);
    }

    private Optional<Example> example(String heading) {
        var from = lines.indexOf(heading);
        if (from < 0) {
            return Optional.empty();
        }
        var files = new LinkedHashMap<String, String>();
        var path = "";
        for (var at = from + 1; at < lines.size() && !lines.get(at).startsWith("## "); at++) {
            var line = lines.get(at);
            if (line.startsWith("`") && line.endsWith("`") && !line.startsWith(FENCE)) {
                path = line.substring(1, line.length() - 1);
            } else if (line.startsWith(FENCE)) {
                var inside = inside(at + 1);
                files.put(path, String.join("\n", inside) + "\n");
                at += inside.size() + 1;
            }
        }
        return Optional.of(new Example(files));
    }

    private List<String> inside(int from) {
        var inside = new ArrayList<String>();
        for (var at = from; !lines.get(at).equals(FENCE); at++) {
            inside.add(lines.get(at));
        }
        return inside;
    }
}
