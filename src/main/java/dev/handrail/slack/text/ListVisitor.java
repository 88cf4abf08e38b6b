package dev.handrail.slack.text;

import dev.handrail.slack.text.Leaves.Style;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;

/**
 * A list and those inside it. Slack's lists hold only lines of text, so a list is interrupted by what is nested in it and goes
 * on counting behind it.
 */
final class ListVisitor {
    private static final int DEEPEST = 8;

    private final Placeholders placeholders;
    private final Sink sink;

    /** Takes the elements of rich text that the list becomes. */
    interface Sink {
        void add(Kit element, int length);
    }

    /** The items of one list that have not been interrupted yet. */
    private final class Items {
        private final List<Kit> lines = new ArrayList<>();
        private final String style;
        private final int indent;
        private int number;
        private int length;

        Items(ListBlock list, int indent) {
            this.style = list instanceof OrderedList ? "ordered" : "bullet";
            this.indent = Math.min(indent, DEEPEST);
            this.number = start(list);
        }

        void add(Leaves line) {
            lines.add(line.as("rich_text_section"));
            length += line.length();
        }

        void end() {
            if (lines.isEmpty()) {
                return;
            }
            var list = Kit.of("rich_text_list").with("style", style).with("elements", List.copyOf(lines));
            var indented = indent == 0 ? list : list.with("indent", indent);
            sink.add(number == 0 ? indented : indented.with("offset", number), length);
            number += style.equals("ordered") ? lines.size() : 0;
            lines.clear();
            length = 0;
        }

        private static int start(ListBlock list) {
            if (list instanceof OrderedList ordered && ordered.getMarkerStartNumber() != null) {
                return Math.max(0, ordered.getMarkerStartNumber() - 1);
            }
            return 0;
        }
    }

    ListVisitor(Placeholders placeholders, Sink sink) {
        this.placeholders = placeholders;
        this.sink = sink;
    }

    void list(ListBlock list, int indent) {
        var items = new Items(list, indent);
        for (var node = list.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof ListItem) {
                item(node, items, indent);
            }
        }
        items.end();
    }

    private void item(Node item, Items items, int indent) {
        var line = new Leaves();
        var node = item.getFirstChild();
        for (; node instanceof Paragraph; node = node.getNext()) {
            line.text(line.isEmpty() ? "" : "\n", Style.PLAIN);
            new Inlines(placeholders, line).children(node, Style.PLAIN);
        }
        items.add(line.isEmpty() ? line.text(" ", Style.PLAIN) : line);
        for (; node != null; node = node.getNext()) {
            items.end();
            nested(node, indent);
        }
    }

    private void nested(Node node, int indent) {
        switch (node) {
            case BulletList list -> list(list, indent + 1);
            case OrderedList list -> list(list, indent + 1);
            case FencedCodeBlock code -> add("rich_text_preformatted", code.getLiteral());
            case IndentedCodeBlock code -> add("rich_text_preformatted", code.getLiteral());
            case TableBlock table -> add("rich_text_preformatted", Tables.text(table));
            default -> add("rich_text_section", PlainText.whole(node));
        }
    }

    private void add(String type, String text) {
        var leaves = new Leaves().text(placeholders.fill(text.stripTrailing()), Style.PLAIN);
        if (!leaves.isEmpty()) {
            sink.add(leaves.as(type), leaves.length());
        }
    }
}
