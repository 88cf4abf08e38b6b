package dev.handrail.slack.text;

import static dev.handrail.slack.words.Wording.say;

import dev.handrail.incident.alerts.AlertSummary;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code $NAME}, {@code ${NAME}} and {@code <name>} in a step's text, filled with the alerts' labels of that name in whatever
 * case. Engineers paste what they read into a shell and strangers write labels, so only a harmless value is filled in; any
 * other is named beside, where nobody copies it by accident, and so is a label in which the alerts differ.
 */
public final class Placeholders {
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}|\\$([A-Za-z_][A-Za-z0-9_]*)|<([A-Za-z_][A-Za-z0-9_.-]*)>");
    private static final Pattern PASTEABLE = Pattern.compile("[A-Za-z0-9._:/@][A-Za-z0-9._:/@-]*");
    private static final int LONGEST = 200;

    private final Map<String, String> labels;
    private final Map<String, String> labelsInAnyCase;
    private final Set<String> differing = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> refused = new LinkedHashSet<>();

    public Placeholders(Map<String, String> labels) {
        this.labels = labels;
        this.labelsInAnyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        new TreeMap<>(labels).forEach(labelsInAnyCase::putIfAbsent);
    }

    public Placeholders(AlertSummary alerts) {
        this(alerts.labels());
        differing.addAll(alerts.differing());
    }

    public String fill(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(filled(found)));
    }

    /** Returns a line for each value that was not filled in since the last call. */
    public Set<String> takeRefused() {
        var taken = new LinkedHashSet<>(refused);
        refused.clear();
        return taken;
    }

    private String filled(MatchResult found) {
        return value(name(found))
                .map(value ->
                        PASTEABLE.matcher(value).matches() && value.length() <= LONGEST ? value : refuse(found, value))
                .orElseGet(() -> unfilled(found));
    }

    /** A shell's own variable looks the same, and is none of ours. */
    private String unfilled(MatchResult found) {
        if (differing.contains(name(found))) {
            refused.add(say("steps.placeholder.differs", found.group()));
        }
        return found.group();
    }

    private String refuse(MatchResult found, String value) {
        refused.add(say("steps.placeholder", found.group(), Harmless.line(value, LONGEST)));
        return found.group();
    }

    private Optional<String> value(String name) {
        var exact = labels.get(name);
        return exact != null ? Optional.of(exact) : Optional.ofNullable(labelsInAnyCase.get(name));
    }

    private static String name(MatchResult found) {
        for (var group = 1; group < found.groupCount(); group++) {
            if (found.group(group) != null) {
                return found.group(group);
            }
        }
        return found.group(found.groupCount());
    }
}
