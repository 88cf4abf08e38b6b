package dev.handrail.slack.text;

import dev.handrail.slack.text.Leaves.Style;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** The inside of a paragraph as leaves of rich text. */
final class Inlines {
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"']*[^\\s<>\"'.,;:!?)\\]]");

    private final Placeholders placeholders;
    private final Leaves leaves;

    Inlines(Placeholders placeholders, Leaves leaves) {
        this.placeholders = placeholders;
        this.leaves = leaves;
    }

    void children(Node parent, Style style) {
        for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
            inline(node, style);
        }
    }

    private void inline(Node node, Style style) {
        switch (node) {
            case Text text -> text(placeholders.fill(text.getLiteral()), style);
            case Code code -> leaves.text(placeholders.fill(code.getLiteral()), style.withCode());
            case Emphasis _ -> children(node, style.withItalic());
            case StrongEmphasis _ -> children(node, style.withBold());
            case SoftLineBreak _ -> leaves.text(" ", style);
            case HardLineBreak _ -> leaves.text("\n", style);
            case HtmlInline html -> html(html.getLiteral(), style);
            case Link link -> link(link.getDestination(), placeholders.fill(PlainText.label(link)), style);
            case Image image -> link(image.getDestination(), placeholders.fill(PlainText.picture(image)), style);
            default -> children(node, style);
        }
    }

    /** A bare address is a link, as on GitHub. */
    private void text(String text, Style style) {
        var address = ADDRESS.matcher(text);
        var from = 0;
        while (address.find()) {
            leaves.text(text.substring(from, address.start()), style);
            link(address.group(), address.group(), style);
            from = address.end();
        }
        leaves.text(text.substring(from), style);
    }

    private void html(String literal, Style style) {
        if (!literal.startsWith("<!--")) {
            leaves.text(placeholders.fill(literal), style);
        }
    }

    /** Slack leads nowhere but to the web: of any other address people are told where it is. */
    private void link(String destination, String label, Style style) {
        if (Mrkdwn.isWeb(destination) && label.length() <= Leaves.LONGEST_LABEL) {
            leaves.link(destination, label, style);
        } else {
            leaves.text(PlainText.addressed(label, destination), style);
        }
    }
}
