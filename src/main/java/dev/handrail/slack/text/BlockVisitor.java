package dev.handrail.slack.text;

import static dev.handrail.runbook.markdown.Markdown.isInvisible;

import dev.handrail.slack.SlackLimits;
import dev.handrail.slack.text.Body.Part;
import dev.handrail.slack.text.Leaves.Style;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;

/** The blocks of a piece of Markdown, one after the other. */
final class BlockVisitor {
    private final Placeholders placeholders;
    private final List<Part> parts = new ArrayList<>();

    BlockVisitor(Placeholders placeholders) {
        this.placeholders = placeholders;
    }

    Body visit(Node document) {
        for (var node = document.getFirstChild(); node != null; node = node.getNext()) {
            block(node);
            for (var refused : placeholders.takeRefused()) {
                add("rich_text_section", new Leaves().text("⚠️ " + refused, Style.PLAIN.withItalic()));
            }
        }
        return new Body(parts);
    }

    private void block(Node node) {
        switch (node) {
            case Heading heading -> heading(heading);
            case FencedCodeBlock code -> code(code.getLiteral());
            case IndentedCodeBlock code -> code(code.getLiteral());
            case HtmlBlock html -> html(html);
            case ListBlock list -> new ListVisitor(placeholders, this::add).list(list, 0);
            case BlockQuote _ -> quote(node);
            case TableBlock table -> add("rich_text_preformatted", new Leaves().text(table(table), Style.PLAIN));
            case ThematicBreak _ -> parts.add(new Part.Whole(Kit.of("divider"), 0));
            default -> paragraph(node, Style.PLAIN);
        }
    }

    /** Slack's own headings are large, and neither link nor hold more than a line or two: what needs more is bold. */
    private void heading(Heading heading) {
        var words = Harmless.lines(placeholders.fill(PlainText.whole(heading)));
        var isBare = PlainText.of(heading).equals(PlainText.whole(heading));
        if (heading.getLevel() > 2 || !isBare || words.length() > SlackLimits.HEADER) {
            paragraph(heading, Style.PLAIN.withBold());
        } else if (!words.isEmpty()) {
            parts.add(new Part.Whole(Kit.header(words), words.length()));
        }
    }

    private void paragraph(Node node, Style style) {
        var leaves = new Leaves();
        new Inlines(placeholders, leaves).children(node, style);
        add("rich_text_section", leaves);
    }

    private void code(String literal) {
        add("rich_text_preformatted", new Leaves().text(placeholders.fill(literal.stripTrailing()), Style.PLAIN));
    }

    private void html(HtmlBlock html) {
        if (!isInvisible(html)) {
            var literal = html.getLiteral().stripTrailing();
            add("rich_text_section", new Leaves().text(placeholders.fill(literal), Style.PLAIN));
        }
    }

    private void quote(Node quote) {
        var leaves = new Leaves();
        for (var node = quote.getFirstChild(); node != null; node = node.getNext()) {
            leaves.text(leaves.isEmpty() ? "" : "\n", Style.PLAIN);
            if (node instanceof Paragraph) {
                new Inlines(placeholders, leaves).children(node, Style.PLAIN);
            } else {
                leaves.text(placeholders.fill(PlainText.whole(node)), Style.PLAIN);
            }
        }
        add("rich_text_quote", leaves);
    }

    private String table(TableBlock table) {
        return placeholders.fill(Tables.text(table));
    }

    private void add(String type, Leaves leaves) {
        if (!leaves.isEmpty()) {
            add(leaves.as(type), leaves.length());
        }
    }

    private void add(Kit element, int length) {
        parts.add(new Part.Rich(element, length));
    }
}
