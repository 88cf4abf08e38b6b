package dev.handrail.runbook.markdown;

import java.util.List;
import java.util.Optional;
import org.commonmark.node.Node;

/**
 * A heading and what stands below it, up to the next heading of any level. A file's first chunk may have no heading.
 *
 * @param from the heading's line, counted from 0
 * @param bodyFrom the first line below it
 * @param to the line of the next heading, or the one after the file's last
 */
public record Chunk(Optional<Title> title, List<Node> blocks, int from, int bodyFrom, int to) {
    public Chunk {
        blocks = List.copyOf(blocks);
    }

    /** Returns the level of the heading; below every other if there is none. */
    public int level() {
        return title.map(Title::level).orElse(Integer.MAX_VALUE);
    }

    /** Says whether a reader sees anything below the heading. */
    public boolean hasText() {
        return !blocks.stream().allMatch(Markdown::isInvisible);
    }
}
