package dev.handrail.slack.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The leaves of rich text in order: they carry text and never a mention, whatever the text is. */
final class Leaves {
    /** Of a link, in UTF-16 code units. */
    static final int LONGEST_LABEL = 1000;

    private final List<Kit> leaves = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();
    private Style style = Style.PLAIN;
    private int length;

    /** How a leaf looks. */
    record Style(boolean bold, boolean italic, boolean code) {
        static final Style PLAIN = new Style(false, false, false);

        Style withBold() {
            return new Style(true, italic, code);
        }

        Style withItalic() {
            return new Style(bold, true, code);
        }

        Style withCode() {
            return new Style(bold, italic, true);
        }

        private Kit on(Kit leaf) {
            Map<String, Object> set = new TreeMap<>();
            mark(set, "bold", bold);
            mark(set, "italic", italic);
            mark(set, "code", code);
            return set.isEmpty() ? leaf : leaf.with("style", set);
        }

        private static void mark(Map<String, Object> set, String name, boolean isSet) {
            if (isSet) {
                set.put(name, true);
            }
        }
    }

    /** Adds text, which may be empty. */
    Leaves text(String text, Style look) {
        if (!look.equals(style)) {
            endRun();
            style = look;
        }
        run.append(Harmless.lines(text));
        return this;
    }

    Leaves link(String url, String label, Style look) {
        endRun();
        var link = Kit.of("link").with("url", url);
        var shown = Harmless.line(label, LONGEST_LABEL);
        leaves.add(look.on(shown.isEmpty() ? link : link.with("text", shown)));
        length += shown.isEmpty() ? url.length() : shown.length();
        return this;
    }

    boolean isEmpty() {
        return leaves.isEmpty() && run.isEmpty();
    }

    /** Returns the length of the text, in UTF-16 code units. */
    int length() {
        return length + run.length();
    }

    /** Returns an element of rich text that holds the leaves; they must not be empty. */
    Kit as(String type) {
        endRun();
        return Kit.of(type).with("elements", List.copyOf(leaves));
    }

    private void endRun() {
        if (!run.isEmpty()) {
            leaves.add(style.on(Kit.of("text").with("text", run.toString())));
            length += run.length();
            run.setLength(0);
        }
    }

    /** Returns a section followed by an empty line, as Slack's own editor writes it between paragraphs. */
    static Kit withEmptyLine(Kit section) {
        var elements = new ArrayList<Object>((List<?>) section.fields().get("elements"));
        elements.add(Kit.of("text").with("text", "\n"));
        return section.with("elements", elements);
    }
}
