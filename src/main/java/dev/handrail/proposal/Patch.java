package dev.handrail.proposal;

import dev.handrail.platform.source.Problem;
import dev.handrail.platform.source.Problems;
import dev.handrail.runbook.MatchRule;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.front.FrontMatter;
import dev.handrail.runbook.parse.RunbookParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file with one match rule more. Only the lines of {@code match} are touched, and only if the file is read then as it was
 * before, with the rule.
 */
record Patch(String path, String before, String after) {
    private static final Pattern MATCH = Pattern.compile("match\\s*:\\s*(?<rest>.*)");
    private static final Pattern ITEM = Pattern.compile("(?<indent>\\s*)-\\s.*");
    private static final Pattern FLOW = Pattern.compile("\\[(?<items>.*[^\\s,\\[])?\\s*,?\\s*](?<after>\\s*(#.*)?)");

    /** Returns the patch; empty where the rule cannot be added without a look at the rest of the file. */
    static Optional<Patch> of(String path, String text, MatchRule rule) {
        var lines = List.of(text.split("\n", -1));
        var front = FrontMatter.of(path, text, new Problems());
        return edited(lines, front, item(rule))
                .map(after -> new Patch(path, text, String.join("\n", after)))
                .filter(patch -> patch.adds(rule));
    }

    private static Optional<List<String>> edited(List<String> lines, FrontMatter front, String item) {
        var end = lines.getFirst().endsWith("\r") ? "\r" : "";
        if (front.lines() == 0) {
            return Optional.of(
                    with(lines, 0, List.of("---" + end, "match:" + end, "  - " + item + end, "---" + end, end)));
        }
        for (int at = 1; at < front.lines() - 1; at++) {
            var match = MATCH.matcher(lines.get(at).stripTrailing());
            if (match.matches()) {
                return more(lines, at, match.group("rest"), item);
            }
        }
        return front.yaml().isEmpty()
                ? Optional.empty()
                : Optional.of(with(lines, front.lines() - 1, List.of("match:" + end, "  - " + item + end)));
    }

    /** Adds to the items that are there: on lines of their own, or on one line in brackets. */
    private static Optional<List<String>> more(List<String> lines, int at, String rest, String item) {
        var end = lines.get(at).endsWith("\r") ? "\r" : "";
        var flow = FLOW.matcher(rest);
        if (flow.matches()) {
            var items = flow.group("items") == null ? item : flow.group("items") + ", " + item;
            var line = "match: [" + items + "]" + flow.group("after") + end;
            var edited = new ArrayList<>(lines);
            edited.set(at, line);
            return Optional.of(edited);
        }
        if (!rest.isEmpty() && !rest.startsWith("#")) {
            return Optional.empty();
        }
        var last = -1;
        for (int next = at + 1;
                next < lines.size()
                        && ITEM.matcher(lines.get(next).stripTrailing()).matches();
                next++) {
            last = next;
        }
        if (last < 0) {
            return Optional.empty();
        }
        var indent = ITEM.matcher(lines.get(last).stripTrailing());
        return indent.matches()
                ? Optional.of(with(lines, last + 1, List.of(indent.group("indent") + "- " + item + end)))
                : Optional.empty();
    }

    private static List<String> with(List<String> lines, int at, List<String> more) {
        var all = new ArrayList<>(lines);
        all.addAll(at, more);
        return all;
    }

    private static String item(MatchRule rule) {
        return "'" + rule.toString().replace("'", "''") + "'";
    }

    /** The file has one rule more, at its end, and is otherwise as it was. */
    private boolean adds(MatchRule rule) {
        var was = RunbookParser.parse(path, before);
        var is = RunbookParser.parse(path, after);
        if (was.runbooks().size() != 1
                || is.runbooks().size() != 1
                || is.problems().stream().anyMatch(Problem::isError)) {
            return false;
        }
        var old = was.runbooks().getFirst();
        var now = is.runbooks().getFirst();
        var rules = new ArrayList<>(old.match());
        rules.add(rule);
        return now.match().equals(rules)
                && now.id().equals(old.id())
                && now.title().equals(old.title())
                && now.policy().equals(old.policy());
    }

    Runbook runbook() {
        return RunbookParser.parse(path, after).runbooks().getFirst();
    }

    /** Returns the patch as {@code git apply} takes it, in the library's folder. */
    String diff() {
        return UnifiedDiff.of(path, before, after);
    }
}
