package dev.handrail.slack.text;

import java.util.Map;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** The words of a piece of Markdown, for where Slack takes no formatting. */
final class PlainText {
    private final Placeholders placeholders;
    private final StringBuilder words = new StringBuilder();

    private PlainText(Placeholders placeholders) {
        this.placeholders = placeholders;
    }

    static String of(Node node, Placeholders placeholders) {
        var text = new PlainText(placeholders);
        text.children(node);
        return text.words.toString().strip();
    }

    static String of(Node node) {
        return of(node, new Placeholders(Map.of()));
    }

    private void children(Node parent) {
        for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
            add(node);
        }
    }

    private void add(Node node) {
        switch (node) {
            case Text text -> words.append(placeholders.fill(text.getLiteral()));
            case Code code -> words.append(placeholders.fill(code.getLiteral()));
            case HtmlInline html -> words.append(placeholders.fill(html.getLiteral()));
            case SoftLineBreak _ -> words.append(' ');
            case HardLineBreak _ -> words.append('\n');
            case FencedCodeBlock code -> line(placeholders.fill(code.getLiteral()));
            case IndentedCodeBlock code -> line(placeholders.fill(code.getLiteral()));
            case HtmlBlock html -> line(placeholders.fill(html.getLiteral()));
            case ListItem _ -> item(node);
            case Paragraph _, Heading _ -> block(node);
            default -> children(node);
        }
    }

    private void item(Node node) {
        words.append("• ");
        children(node);
    }

    private void block(Node node) {
        children(node);
        words.append('\n');
    }

    private void line(String text) {
        words.append(text.stripTrailing()).append('\n');
    }
}
