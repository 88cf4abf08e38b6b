package dev.handrail.runbook.layout;

import dev.handrail.runbook.markdown.Chunk;
import dev.handrail.runbook.markdown.Title;
import java.util.List;
import java.util.Optional;

/**
 * A heading and everything below it.
 *
 * @param name empty if the heading is none of the known words
 * @param chunks the first is the heading's own; at least one
 */
public record Section(Optional<SectionName> name, List<Chunk> chunks) {
    public Section {
        chunks = List.copyOf(chunks);
    }

    Chunk head() {
        return chunks.getFirst();
    }

    public Optional<Title> title() {
        return head().title();
    }

    boolean is(SectionName wanted) {
        return name.filter(wanted::equals).isPresent();
    }

    boolean isWalked() {
        return name.filter(SectionName::isWalked).isPresent();
    }

    /** Says whether there is anything below the heading, be it another heading. */
    boolean hasText() {
        return chunks.size() > 1 || head().hasText();
    }
}
