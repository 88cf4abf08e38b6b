package dev.handrail.runbook.layout;

import dev.handrail.runbook.markdown.Chunk;
import dev.handrail.runbook.markdown.Title;
import java.util.List;

/**
 * What a file for many alerts says of one of them.
 *
 * @param title the alert's name
 * @param chunks its heading's own, and those below
 * @param shared what stands outside every alert's heading and concerns this one too
 */
record Part(Title title, List<Chunk> chunks, List<Chunk> shared) {
    Part {
        chunks = List.copyOf(chunks);
        shared = List.copyOf(shared);
    }
}
