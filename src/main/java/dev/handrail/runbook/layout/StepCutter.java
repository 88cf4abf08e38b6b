package dev.handrail.runbook.layout;

import dev.handrail.runbook.Step.Part;
import dev.handrail.runbook.StepId;
import dev.handrail.runbook.markdown.Body;
import dev.handrail.runbook.markdown.Chunk;
import dev.handrail.runbook.markdown.Markdown;
import dev.handrail.runbook.markdown.PlainText;
import dev.handrail.runbook.markdown.Slugs;
import dev.handrail.runbook.markdown.SourceLines;
import dev.handrail.runbook.markdown.Title;
import dev.handrail.runbook.syntax.OutcomeList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonmark.node.BulletList;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;

/** Cuts a section into steps: at its shallowest sub-headings, else at its list items, else not at all. */
final class StepCutter {
    private static final int LONGEST_TITLE = 80;

    private final SourceLines lines;
    private final Slugs slugs;
    private final String fileTitle;

    StepCutter(SourceLines lines, Slugs slugs, String fileTitle) {
        this.lines = lines;
        this.slugs = slugs;
        this.fileTitle = fileTitle;
    }

    List<Draft> cut(Section section, Part part) {
        var level =
                section.chunks().stream().skip(1).mapToInt(Chunk::level).min().orElse(Integer.MAX_VALUE);
        if (level < Integer.MAX_VALUE) {
            return atHeadings(section, part, level);
        }
        var items = section.head().blocks().stream()
                .filter(StepCutter::isStepList)
                .mapToLong(list -> Markdown.children(list).stream()
                        .filter(item -> item.getFirstChild() != null)
                        .count())
                .sum();
        if (items >= 2) {
            return atItems(section, part);
        }
        return section.hasText() ? List.of(whole(section.chunks(), part)) : List.of();
    }

    /** Returns the chunks as one step, named by the first one's heading. */
    Draft whole(List<Chunk> chunks, Part part) {
        var head = chunks.getFirst();
        var body = Body.joined(Stream.concat(
                        Stream.of(Body.below(head)), chunks.stream().skip(1).map(Body::whole))
                .toList());
        var title = head.title()
                .map(Title::unnumbered)
                .filter(text -> !text.isBlank())
                .orElse(fileTitle);
        var id = new StepId(head.title()
                .map(heading -> heading.anchor().orElse(heading.slug()))
                .orElseGet(() -> slugs.next(title)));
        var at = head.title()
                .map(Title::at)
                .orElseGet(() -> lines.at(head.blocks().getFirst()));
        return new Draft(id, part, title, head.title(), body, at);
    }

    private List<Draft> atHeadings(Section section, Part part, int level) {
        var drafts = new ArrayList<Draft>();
        var open = new ArrayList<Chunk>();
        var introduction = new ArrayList<>(List.of(Body.below(section.head())));
        for (var chunk : section.chunks().subList(1, section.chunks().size())) {
            if (chunk.level() == level && !open.isEmpty()) {
                drafts.add(whole(open, part));
                open.clear();
            }
            if (chunk.level() == level || !open.isEmpty()) {
                open.add(chunk);
            } else {
                introduction.add(Body.whole(chunk));
            }
        }
        drafts.add(whole(open, part));
        drafts.set(0, drafts.getFirst().before(Body.joined(introduction)));
        return drafts;
    }

    private List<Draft> atItems(Section section, Part part) {
        var drafts = new ArrayList<Draft>();
        var loose = new ArrayList<Node>();
        var name = section.title().map(Title::unnumbered).orElse(fileTitle);
        for (var block : section.head().blocks()) {
            if (!isStepList(block)) {
                loose.add(block);
                continue;
            }
            var introduction = introduction(loose, block, drafts);
            for (var item : Markdown.children(block)) {
                if (item instanceof ListItem step && step.getFirstChild() != null) {
                    drafts.add(item(step, part, name).before(introduction));
                    introduction = Body.EMPTY;
                }
            }
            loose.clear();
        }
        if (!loose.isEmpty()) {
            drafts.set(drafts.size() - 1, drafts.getLast().after(Body.of(loose)));
        }
        return drafts;
    }

    /** What stands between two lists belongs to the item before it, save for a last sentence that opens a new list. */
    private static Body introduction(List<Node> loose, Node list, List<Draft> drafts) {
        if (drafts.isEmpty()) {
            return Body.of(loose);
        }
        var goesOn = list instanceof OrderedList ordered && !Integer.valueOf(1).equals(ordered.getMarkerStartNumber());
        var opens = !goesOn && !loose.isEmpty() && loose.getLast() instanceof Paragraph;
        var split = loose.size() - (opens ? 1 : 0);
        drafts.set(drafts.size() - 1, drafts.getLast().after(Body.of(loose.subList(0, split))));
        return Body.of(loose.subList(split, loose.size()));
    }

    private Draft item(ListItem item, Part part, String section) {
        var title = itemTitle(item).orElse(section);
        return new Draft(new StepId(slugs.next(title)), part, title, Optional.empty(), Body.of(item), lines.at(item));
    }

    private static Optional<String> itemTitle(ListItem item) {
        return Optional.of(item.getFirstChild())
                .filter(Paragraph.class::isInstance)
                .map(PlainText::of)
                .map(StepCutter::firstSentence)
                .filter(title -> !title.isBlank());
    }

    private static String firstSentence(String text) {
        var end = text.indexOf(". ");
        var sentence = end > 0 ? text.substring(0, end) : text;
        if (!sentence.isEmpty() && ".:;".indexOf(sentence.charAt(sentence.length() - 1)) >= 0) {
            sentence = sentence.substring(0, sentence.length() - 1);
        }
        if (sentence.codePointCount(0, sentence.length()) <= LONGEST_TITLE) {
            return sentence;
        }
        var cut = sentence.substring(0, sentence.offsetByCodePoints(0, LONGEST_TITLE - 1));
        var space = cut.lastIndexOf(' ');
        return (space > LONGEST_TITLE / 2 ? cut.substring(0, space) : cut) + "…";
    }

    private static boolean isStepList(Node block) {
        return block instanceof ListBlock && !(block instanceof BulletList && OutcomeList.isMeant(block));
    }
}
