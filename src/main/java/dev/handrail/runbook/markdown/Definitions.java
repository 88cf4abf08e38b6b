package dev.handrail.runbook.markdown;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;

/** The addresses that a file keeps apart from the links that lead there: {@code [name]: address}. */
public final class Definitions {
    private static final Pattern NAME = Pattern.compile("\\[((?:[^\\[\\]\\\\]|\\\\.){1,999}+)](:?)");
    private static final Pattern MARK = Pattern.compile("[\\\\<>&]");

    /** What is longer leads nowhere in Slack either, and would make a file of many short steps very long. */
    private static final int LONGEST = 1000;

    private final Map<String, LinkReferenceDefinition> byName = new HashMap<>();

    private Definitions() {}

    public static Definitions of(Node document) {
        var definitions = new Definitions();
        for (var block : Markdown.blocksBelow(document)) {
            if (block instanceof LinkReferenceDefinition definition
                    && definition.getDestination().length() <= LONGEST) {
                definitions.byName.putIfAbsent(name(definition.getLabel()), definition);
            }
        }
        return definitions;
    }

    /** Returns a part of the file, with the addresses behind its links that stand in another part. */
    public String with(String text) {
        if (byName.isEmpty()) {
            return text;
        }
        var missing = named(text).stream()
                .flatMap(name -> Optional.ofNullable(byName.get(name)).stream())
                .map(Definitions::line)
                .collect(Collectors.joining("\n"));
        return missing.isEmpty() ? text : text + "\n\n" + missing;
    }

    private static Set<String> named(String text) {
        var used = new LinkedHashSet<String>();
        var defined = new LinkedHashSet<String>();
        var names = NAME.matcher(text);
        while (names.find()) {
            (names.group(2).isEmpty() ? used : defined).add(name(names.group(1)));
        }
        used.removeAll(defined);
        return used;
    }

    /** As CommonMark compares them. */
    private static String name(String label) {
        return label.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT);
    }

    private static String line(LinkReferenceDefinition definition) {
        var address = MARK.matcher(definition.getDestination()).replaceAll("\\\\$0");
        return "[%s]: <%s>".formatted(definition.getLabel(), address);
    }
}
