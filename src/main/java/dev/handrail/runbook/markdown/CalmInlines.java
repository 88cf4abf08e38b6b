package dev.handrail.runbook.markdown;

import org.commonmark.internal.InlineParserImpl;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;

/**
 * The library's own reading of what is inside a block, save where hundreds of brackets are open at once: the library looks back
 * at each of them for each that closes, and no reader could, so that block is plain text.
 */
final class CalmInlines implements InlineParser {
    private static final int MOST_OPEN = 200;

    private final InlineParser library;

    CalmInlines(InlineParserContext context) {
        this.library = new InlineParserImpl(context);
    }

    @Override
    public void parse(SourceLines lines, Node block) {
        if (mostOpen(lines) > MOST_OPEN) {
            asItStands(lines, block);
        } else {
            library.parse(lines, block);
        }
    }

    private static int mostOpen(SourceLines lines) {
        int open = 0;
        int most = 0;
        for (var line : lines.getLines()) {
            var text = line.getContent();
            for (int index = 0; index < text.length(); index++) {
                open = switch (text.charAt(index)) {
                    case '[' -> open + 1;
                    case ']' -> Math.max(0, open - 1);
                    default -> open;
                };
                most = Math.max(most, open);
            }
        }
        return most;
    }

    private static void asItStands(SourceLines lines, Node block) {
        for (var line : lines.getLines()) {
            if (block.getFirstChild() != null) {
                block.appendChild(new SoftLineBreak());
            }
            block.appendChild(text(line));
        }
    }

    private static Text text(SourceLine line) {
        var text = new Text(line.getContent().toString());
        if (line.getSourceSpan() != null) {
            text.addSourceSpan(line.getSourceSpan());
        }
        return text;
    }
}
