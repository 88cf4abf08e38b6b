package dev.handrail.runbook.parse;

import dev.handrail.platform.source.Position;
import dev.handrail.platform.source.Problems;
import dev.handrail.platform.source.Yaml;
import dev.handrail.platform.source.YamlValue;
import dev.handrail.runbook.front.FrontMatter;
import java.util.List;

/** Finds again where in a file something stands that a runbook, once read, no longer knows the place of. */
public final class Places {
    private Places() {}

    /** Returns where the value of a key of the front matter stands; the file's beginning if there is no such key. */
    public static Position key(String path, String text, String key) {
        var ignored = new Problems();
        return FrontMatter.of(path, text, ignored)
                .yaml()
                .flatMap(yaml -> Yaml.readMap(yaml, ignored))
                .flatMap(map -> map.get(key))
                .map(YamlValue::at)
                .orElseGet(() -> new Position(path, 1, 1));
    }

    /**
     * Returns where the target of an outcome stands; the step's line if its label is written in a way of its own.
     *
     * @param line the step's, counted from 1
     */
    public static Position outcome(String path, String text, int line, String label) {
        List<String> lines = text.lines().toList();
        for (int index = line - 1; index < lines.size(); index++) {
            var found = lines.get(index).indexOf("**" + label + "**");
            if (found >= 0) {
                var link = lines.get(index).indexOf('[', found + label.length());
                return new Position(path, index + 1, Math.max(link, found) + 1);
            }
        }
        return new Position(path, line, 1);
    }
}
