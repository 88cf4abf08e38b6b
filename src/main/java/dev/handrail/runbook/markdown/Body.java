package dev.handrail.runbook.markdown;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;

/**
 * Stretches of a file that make one text, and the blocks in them.
 *
 * @param blocks the outermost ones, in reading order
 */
public record Body(List<Node> blocks, List<Stretch> stretches) {
    public static final Body EMPTY = new Body(List.of(), List.of());

    /**
     * Lines of the file.
     *
     * @param from counted from 0
     * @param to not included
     * @param indent how many columns are a list item's, not the text's own; on the first line they hold the item's marker
     */
    public record Stretch(int from, int to, int indent) {
        boolean isFollowedBy(Stretch next) {
            return to == next.from && indent == 0 && next.indent == 0;
        }
    }

    public Body {
        blocks = List.copyOf(blocks);
        stretches = List.copyOf(stretches);
    }

    /** Returns what stands below a chunk's heading; with the heading, if there is more in it than its text says. */
    public static Body below(Chunk chunk) {
        if (chunk.title().filter(Title::hasAddress).isPresent()) {
            return whole(chunk);
        }
        return new Body(chunk.blocks(), List.of(new Stretch(chunk.bodyFrom(), chunk.to(), 0)));
    }

    /** Returns a chunk's heading alone. */
    public static Body heading(Chunk chunk) {
        return new Body(List.of(), List.of(new Stretch(chunk.from(), chunk.bodyFrom(), 0)));
    }

    /** Returns a chunk with its heading. */
    public static Body whole(Chunk chunk) {
        return new Body(chunk.blocks(), List.of(new Stretch(chunk.from(), chunk.to(), 0)));
    }

    /** Returns neighbouring blocks of a chunk, with the empty lines between them. */
    public static Body of(List<Node> blocks) {
        return blocks.isEmpty()
                ? EMPTY
                : new Body(
                        blocks,
                        List.of(new Stretch(
                                SourceLines.first(blocks.getFirst()), SourceLines.end(blocks.getLast()), 0)));
    }

    /** Returns what a list item says, without its marker. */
    public static Body of(ListItem item) {
        Integer indent = item.getContentIndent();
        return new Body(
                Markdown.children(item),
                List.of(new Stretch(SourceLines.first(item), SourceLines.end(item), indent == null ? 2 : indent)));
    }

    public boolean isEmpty() {
        return stretches.isEmpty();
    }

    public Body and(Body other) {
        return joined(List.of(this, other));
    }

    /** Returns one text of several. Two stretches that follow each other become one, so that what is between them stays. */
    public static Body joined(List<Body> bodies) {
        var blocks = new ArrayList<Node>();
        var stretches = new ArrayList<Stretch>();
        for (var body : bodies) {
            blocks.addAll(body.blocks());
            for (var next : body.stretches()) {
                if (!stretches.isEmpty() && stretches.getLast().isFollowedBy(next)) {
                    stretches.add(new Stretch(stretches.removeLast().from(), next.to(), next.indent()));
                } else {
                    stretches.add(next);
                }
            }
        }
        return new Body(blocks, stretches);
    }

    /** Returns the text as its author wrote it, save for these blocks. What is left out leaves one empty line behind, not two. */
    public String text(SourceLines lines, Collection<? extends Node> without) {
        var leftOut = new BitSet();
        without.forEach(block -> leftOut.set(SourceLines.first(block), SourceLines.end(block)));
        if (stretches.size() == 1) {
            return part(stretches.getFirst(), lines, leftOut);
        }
        return stretches.stream()
                .map(stretch -> part(stretch, lines, leftOut))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private static String part(Stretch stretch, SourceLines lines, BitSet leftOut) {
        var kept = new StringBuilder();
        int end = 0;
        for (int index = stretch.from(); index < Math.min(stretch.to(), lines.size()); index++) {
            var line = dedented(lines.line(index), stretch, index);
            var endsBlank = kept.length() != end + 1;
            var closesGap = endsBlank && index > 0 && leftOut.get(index - 1);
            if (leftOut.get(index) || (line.isBlank() && (kept.isEmpty() || closesGap))) {
                continue;
            }
            kept.append(line);
            end = line.isBlank() ? end : kept.length();
            kept.append('\n');
        }
        return kept.substring(0, end);
    }

    private static String dedented(String line, Stretch stretch, int index) {
        int column = 0;
        int start = 0;
        var isFirst = index == stretch.from();
        while (start < line.length() && column < stretch.indent()) {
            var next = line.charAt(start);
            if (!isFirst && next != ' ' && next != '\t') {
                break;
            }
            column += next == '\t' ? 4 - column % 4 : 1;
            start++;
        }
        return " ".repeat(Math.max(0, column - stretch.indent())) + line.substring(start);
    }
}
