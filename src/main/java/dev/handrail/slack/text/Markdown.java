package dev.handrail.slack.text;

import dev.handrail.incident.alerts.AlertSummary;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Pattern;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/** What runbooks are written in, as Slack shows it. */
public final class Markdown {
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?](?=\\s|$)");

    private Markdown() {}

    /** Returns a text as blocks, its placeholders filled with {@code labels}. */
    public static Body body(String markdown, Map<String, String> labels) {
        return new BlockVisitor(new Placeholders(labels)).visit(document(markdown));
    }

    /** Returns a text as blocks, its placeholders filled with what the alerts of an incident agree on. */
    public static Body body(String markdown, AlertSummary alerts) {
        return new BlockVisitor(new Placeholders(alerts)).visit(document(markdown));
    }

    /** Returns the first sentences of a text's first paragraphs, as plain text. Empty if it has none. */
    public static String summary(String markdown, int limit) {
        var document = document(markdown);
        var paragraphs = new ArrayList<String>();
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Paragraph) {
                paragraphs.add(PlainText.of(node));
            } else if (!(node instanceof Heading) && paragraphs.isEmpty()) {
                paragraphs.add(PlainText.of(node));
            }
        }
        return sentences(String.join(" ", paragraphs).replaceAll("\\s+", " ").strip(), limit);
    }

    /** The same reading as the runbook's own, so that what is one block there is one block here. */
    private static Node document(String markdown) {
        return dev.handrail.runbook.markdown.Markdown.parse(markdown);
    }

    private static String sentences(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        var end = SENTENCE_END.matcher(text).region(0, limit);
        var cut = 0;
        while (end.find()) {
            cut = end.end();
        }
        return cut == 0 ? Harmless.shortened(text, limit) : text.substring(0, cut) + " …";
    }
}
