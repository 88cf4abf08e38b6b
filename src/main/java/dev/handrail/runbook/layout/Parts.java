package dev.handrail.runbook.layout;

import dev.handrail.runbook.markdown.Chunk;
import dev.handrail.runbook.markdown.Title;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Divides a file for many alerts. Headings of one level begin a part each: names of alerts outside the known sections, at least
 * two of them or one that the front matter's {@code match} names. A file that has steps outside of them, or that is itself named
 * by an alert, stays one runbook.
 */
final class Parts {
    /** Each has a copy of what is shared. */
    private static final int MOST = 100;

    private final List<Chunk> chunks;
    private final Set<String> named;
    private final Optional<Title> fileTitle;
    private final List<Integer> candidates;

    /** @param named the alerts that the front matter names */
    Parts(List<Chunk> chunks, Set<String> named) {
        this.chunks = chunks;
        this.named = named;
        this.fileTitle = new Sectioning(chunks).title();
        this.candidates = candidates();
    }

    /** Returns the parts in the file's order; none of a file that is one runbook. */
    List<Part> read() {
        var level = level();
        var starts = candidates.stream()
                .filter(index -> chunks.get(index).level() == level)
                .toList();
        var inside = starts.stream()
                .flatMap(start -> IntStream.range(start, end(start)).boxed())
                .collect(Collectors.toSet());
        var outside = IntStream.range(0, chunks.size())
                .filter(index -> !inside.contains(index))
                .boxed()
                .toList();
        if (starts.size() > MOST || !areMeant(starts, level) || outside.stream().anyMatch(this::isWalked)) {
            return List.of();
        }
        return starts.stream()
                .flatMap(start -> chunks.get(start).title().stream()
                        .map(title ->
                                new Part(title, chunks.subList(start, end(start)), shared(start, outside, starts))))
                .toList();
    }

    private List<Integer> candidates() {
        var found = new ArrayList<Integer>();
        var known = Integer.MAX_VALUE;
        for (int index = 0; index < chunks.size(); index++) {
            var chunk = chunks.get(index);
            known = chunk.level() <= known ? Integer.MAX_VALUE : known;
            if (known == Integer.MAX_VALUE && section(chunk).isPresent()) {
                known = chunk.level();
            } else if (known == Integer.MAX_VALUE && isName(chunk) && (chunk.hasText() || end(index) > index + 1)) {
                found.add(index);
            }
        }
        return found.stream().filter(index -> !isOnlyTitle(index)).toList();
    }

    private boolean isName(Chunk chunk) {
        var text = text(chunk);
        return AlertName.isWord(text) && (named.contains(text) || AlertName.is(text));
    }

    /** The only heading of level 1 names the whole file. */
    private boolean isOnlyTitle(int index) {
        return isFileTitle(chunks.get(index))
                && chunks.stream().filter(chunk -> chunk.level() == 1).count() == 1;
    }

    /** Returns the level of the headings that begin parts; 0 if there are none. */
    private int level() {
        var levels = candidates.stream()
                .collect(Collectors.groupingBy(index -> chunks.get(index).level(), Collectors.toSet()));
        return levels.keySet().stream()
                .filter(level -> named.isEmpty()
                        ? levels.getOrDefault(level, Set.of()).size() > 1
                        : levels.getOrDefault(level, Set.of()).stream()
                                .anyMatch(index -> named.contains(text(chunks.get(index)))))
                .min(Integer::compare)
                .orElse(0);
    }

    private boolean areMeant(List<Integer> starts, int level) {
        var names = starts.stream().map(chunks::get).map(Parts::text).collect(Collectors.toSet());
        var isNamedByAnAlert = fileTitle
                .filter(title -> title.level() < level && AlertName.is(title.text()))
                .isPresent();
        return names.containsAll(named) && (!named.isEmpty() || !isNamedByAnAlert);
    }

    /** What stands under a heading that groups some parts is for those; all else is for all. */
    private List<Chunk> shared(int start, List<Integer> outside, List<Integer> starts) {
        return outside.stream()
                .filter(index -> {
                    var end = end(index);
                    return (index < start && start < end)
                            || starts.stream().noneMatch(other -> index < other && other < end);
                })
                .map(chunks::get)
                .toList();
    }

    /** Returns the index of the next heading that is as high or higher. */
    private int end(int index) {
        var end = index + 1;
        while (end < chunks.size()
                && chunks.get(end).level() > chunks.get(index).level()) {
            end++;
        }
        return end;
    }

    private boolean isWalked(int index) {
        return section(chunks.get(index)).filter(SectionName::isWalked).isPresent();
    }

    private Optional<SectionName> section(Chunk chunk) {
        return isFileTitle(chunk)
                ? Optional.empty()
                : chunk.title().map(Title::unnumbered).flatMap(SectionName::of);
    }

    private boolean isFileTitle(Chunk chunk) {
        return chunk.title().isPresent() && chunk.title().equals(fileTitle);
    }

    private static String text(Chunk chunk) {
        return chunk.title().map(Title::text).orElse("");
    }
}
