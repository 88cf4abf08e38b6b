package dev.handrail.slack.text;

import static dev.handrail.runbook.markdown.Markdown.isInvisible;
import static dev.handrail.slack.words.Wording.say;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** The words of a piece of Markdown, for where Slack takes no formatting. */
final class PlainText {
    private static final int LONGEST_ADDRESS = 300;

    private final boolean withAddresses;
    private final StringBuilder words = new StringBuilder();

    private PlainText(boolean withAddresses) {
        this.withAddresses = withAddresses;
    }

    /** Returns what is inside {@code node} as one would read it aloud: where links lead is not said. */
    static String of(Node node) {
        var text = new PlainText(false);
        text.children(node);
        return text.strip();
    }

    /** Returns all that {@code node} says, with the address behind each link and picture. */
    static String whole(Node node) {
        var text = new PlainText(true);
        text.add(node);
        return text.strip();
    }

    /** Returns what stands on a link, with the address of each picture in it. */
    static String label(Node link) {
        var text = new PlainText(true);
        text.children(link);
        return text.strip();
    }

    /** Returns a label with its address beside, where that says more. One definition may be meant by thousands of links. */
    static String addressed(String label, String address) {
        return address.isBlank() || label.equals(address)
                ? label
                : "%s (%s)"
                        .formatted(label, Harmless.line(address, LONGEST_ADDRESS))
                        .strip();
    }

    private String strip() {
        return words.toString().strip();
    }

    private void children(Node parent) {
        for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
            add(node);
        }
    }

    private void add(Node node) {
        switch (node) {
            case Text text -> words.append(text.getLiteral());
            case Code code -> words.append(code.getLiteral());
            case HtmlInline html -> words.append(html.getLiteral().startsWith("<!--") ? "" : html.getLiteral());
            case SoftLineBreak _ -> words.append(' ');
            case HardLineBreak _ -> words.append('\n');
            case FencedCodeBlock code -> line(code.getLiteral());
            case IndentedCodeBlock code -> line(code.getLiteral());
            case HtmlBlock html -> line(isInvisible(html) ? "" : html.getLiteral());
            case TableBlock table when withAddresses -> line(Tables.text(table));
            case Link link when withAddresses -> words.append(addressed(label(link), link.getDestination()));
            case Image image when withAddresses -> words.append(addressed(picture(image), image.getDestination()));
            case ListItem _ -> item(node);
            case Paragraph _, Heading _ -> block(node);
            default -> children(node);
        }
    }

    /** Returns what stands for a picture that cannot be shown. */
    static String picture(Image image) {
        var label = label(image);
        return label.isBlank() ? say("steps.picture") : say("steps.picture.of", label);
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
