package dev.handrail.runbook.layout;

import dev.handrail.runbook.markdown.Chunk;
import dev.handrail.runbook.markdown.Title;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file's chunks, gathered below its outermost known headings. */
final class Sectioning {
    private final List<Chunk> chunks;
    private final Optional<Title> title;

    Sectioning(List<Chunk> chunks) {
        this(chunks, fileTitle(chunks));
    }

    /** @param title the heading that names all of it */
    Sectioning(List<Chunk> chunks, Optional<Title> title) {
        this.chunks = chunks;
        this.title = title;
    }

    /** Returns the heading that names the whole file: the first, of level 1, unless it is one of several known sections. */
    Optional<Title> title() {
        return title;
    }

    private static Optional<Title> fileTitle(List<Chunk> chunks) {
        var titles = chunks.stream().flatMap(chunk -> chunk.title().stream()).toList();
        var top = titles.stream().filter(title -> title.level() == 1).count();
        return titles.stream()
                .findFirst()
                .filter(first -> first.level() == 1)
                .filter(first -> top == 1 || known(first).isEmpty());
    }

    List<Section> sections() {
        var sections = new ArrayList<Section>();
        var open = new ArrayList<Chunk>();
        for (var chunk : chunks) {
            if (!open.isEmpty() && !belongsTo(open.getFirst(), chunk)) {
                sections.add(section(open));
                open.clear();
            }
            open.add(chunk);
        }
        if (!open.isEmpty()) {
            sections.add(section(open));
        }
        return sections;
    }

    private boolean belongsTo(Chunk head, Chunk chunk) {
        if (chunk.level() <= head.level() || isFileTitle(head) || head.title().isEmpty()) {
            return false;
        }
        return head.title().flatMap(Sectioning::known).isPresent()
                || chunk.title().flatMap(Sectioning::known).isEmpty();
    }

    private Section section(List<Chunk> open) {
        var head = open.getFirst();
        var name =
                isFileTitle(head) ? Optional.<SectionName>empty() : head.title().flatMap(Sectioning::known);
        return new Section(name, open);
    }

    private boolean isFileTitle(Chunk chunk) {
        return chunk.title().isPresent() && chunk.title().equals(title);
    }

    private static Optional<SectionName> known(Title title) {
        return SectionName.of(title.unnumbered());
    }
}
