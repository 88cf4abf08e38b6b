package dev.handrail.runbook.markdown;

import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** What remains of inline Markdown without its marks: what a reader would read aloud. */
public final class PlainText {
    private PlainText() {}

    /** Returns the text of everything inside {@code node}; of images and HTML tags, nothing. */
    public static String of(Node node) {
        var text = new StringBuilder();
        for (var next = Markdown.after(node, node, true); next.isPresent(); ) {
            var here = next.get();
            text.append(own(here));
            next = Markdown.after(here, node, !(here instanceof Image));
        }
        return text.toString().strip();
    }

    /** Returns the text of {@code node} itself, without what is inside it. */
    public static String own(Node node) {
        return switch (node) {
            case Text text -> text.getLiteral();
            case Code code -> code.getLiteral();
            case SoftLineBreak _, HardLineBreak _ -> " ";
            default -> "";
        };
    }
}
