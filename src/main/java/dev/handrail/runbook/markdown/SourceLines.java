package dev.handrail.runbook.markdown;

import dev.handrail.platform.source.Position;
import java.util.List;
import org.commonmark.node.Node;

/** The lines of a file, counted from 0 as the Markdown parser counts them. */
public final class SourceLines {
    private final String file;
    private final List<String> lines;

    public SourceLines(String file, String text) {
        this.file = file;
        this.lines = text.lines().toList();
    }

    public String file() {
        return file;
    }

    public int size() {
        return lines.size();
    }

    public String line(int index) {
        return lines.get(index);
    }

    /** Returns the lines from {@code from} up to, not including, {@code to}. */
    public List<String> between(int from, int to) {
        return lines.subList(Math.min(from, lines.size()), Math.clamp(to, Math.min(from, lines.size()), lines.size()));
    }

    /** Returns where a node begins; where its parent does if the parser kept no place for it. */
    public Position at(Node node) {
        for (Node any = node; any != null; any = any.getParent()) {
            if (!any.getSourceSpans().isEmpty()) {
                var span = any.getSourceSpans().getFirst();
                return new Position(file, span.getLineIndex() + 1, span.getColumnIndex() + 1);
            }
        }
        return new Position(file, 1, 1);
    }

    /** Returns the first line of a block. */
    public static int first(Node block) {
        var spans = block.getSourceSpans();
        return spans.isEmpty() ? 0 : spans.getFirst().getLineIndex();
    }

    /** Returns the line after the last of a block. */
    public static int end(Node block) {
        var spans = block.getSourceSpans();
        return spans.isEmpty() ? 0 : spans.getLast().getLineIndex() + 1;
    }
}
