package dev.handrail.runbook.syntax;

import dev.handrail.platform.source.Position;
import dev.handrail.platform.source.Problem;
import dev.handrail.platform.source.Problems;
import dev.handrail.runbook.markdown.Markdown;
import dev.handrail.runbook.markdown.PlainText;
import dev.handrail.runbook.markdown.SourceLines;
import dev.handrail.runbook.syntax.AimReader.Written;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.commonmark.node.BulletList;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;

/** A bullet list in which every item is a bold label, an arrow and a target. */
public final class OutcomeList {
    private static final int MOST = 6;
    private static final int LONGEST_LABEL = 75;
    private static final String ALWAYS_OFFERED = "Something else";
    private static final String WANTED = "**Label** → target";

    private final SourceLines lines;
    private final Problems problems;

    public OutcomeList(SourceLines lines, Problems problems) {
        this.lines = lines;
        this.problems = problems;
    }

    /** Says whether the block is meant as one: a bullet list with an item that begins with a bold label and an arrow. */
    public static boolean isMeant(Node block) {
        return block instanceof BulletList
                && Markdown.children(block).stream()
                        .anyMatch(item -> arrow(item).isPresent());
    }

    /** Says whether the block is one, without a slip. */
    public boolean isClean(Node block) {
        return isMeant(block)
                && Markdown.children(block).stream()
                        .allMatch(item -> read(item, new Problems()).isPresent());
    }

    /** Reads the items; those at fault are noted and left out. */
    public List<OutcomeItem> read(BulletList list) {
        var items = new ArrayList<OutcomeItem>();
        Markdown.children(list).forEach(item -> read(item, problems).ifPresent(items::add));
        checkLabels(items);
        if (Markdown.children(list).size() > MOST) {
            problems.error(
                    lines.at(Markdown.children(list).get(MOST)),
                    "too-many-outcomes",
                    Markdown.children(list).size() + " outcomes",
                    "at most " + MOST);
        }
        return items;
    }

    /** Notes, as mere warnings, what keeps a list of a plain file from being one; the list is then prose, as is one of which no item is an outcome. */
    public void warn(BulletList list) {
        var slips = new Problems();
        Markdown.children(list).forEach(item -> read(item, slips));
        if (slips.count() == Markdown.children(list).size()) {
            return;
        }
        slips.sorted()
                .forEach(slip -> problems.add(Problem.warning(slip.at(), slip.rule(), slip.found(), slip.wanted())));
    }

    private Optional<OutcomeItem> read(Node item, Problems noted) {
        var arrow = arrow(item);
        if (arrow.isEmpty()) {
            noted.error(lines.at(item), missing(item), "'" + excerpt(item) + "'", WANTED);
            return Optional.empty();
        }
        var target = arrow.get();
        var aim = Markdown.children(item).size() == 1 ? AimReader.read(written(target)) : Optional.<Aim>empty();
        if (aim.isEmpty()) {
            var nothing = written(target).isNothing();
            noted.error(
                    at(target, item),
                    nothing ? "outcome-without-target" : "bad-target",
                    nothing ? "no target" : "'" + excerpt(item) + "'",
                    AimReader.WANTED);
        }
        var label = PlainText.of(target.label());
        return aim.map(found -> new OutcomeItem(label, found, lines.at(target.label()), at(target, item)));
    }

    private void checkLabels(List<OutcomeItem> items) {
        var seen = new HashMap<String, OutcomeItem>();
        for (var item : items) {
            var label = item.label();
            if (label.length() > LONGEST_LABEL) {
                problems.error(
                        item.at(),
                        "long-label",
                        "a label of " + label.length() + " characters",
                        "at most " + LONGEST_LABEL + ", to fit a button");
            }
            if (label.equalsIgnoreCase(ALWAYS_OFFERED)) {
                problems.error(
                        item.at(), "reserved-label", "'" + label + "'", "another label: this one is always offered");
            }
            var first = seen.putIfAbsent(label.toLowerCase(Locale.ROOT), item);
            if (first != null) {
                problems.error(
                        item.at(),
                        "duplicate-outcome",
                        "'" + label + "' again, after line " + first.at().line(),
                        "each label once in a step");
            }
        }
    }

    /** A bold label and the arrow after it. {@code text} begins with the arrow. */
    private record Arrow(StrongEmphasis label, Node start, String text) {
        static final List<String> SIGNS = List.of("→", "->", "=>", "⇒", "➔", "➜");

        String afterSign() {
            return SIGNS.stream()
                    .filter(text::startsWith)
                    .findFirst()
                    .map(sign -> text.substring(sign.length()))
                    .orElse(text);
        }
    }

    private static Optional<Arrow> arrow(Node item) {
        return item.getFirstChild() instanceof Paragraph paragraph
                        && paragraph.getFirstChild() instanceof StrongEmphasis label
                        && label.getNext() != null
                        && !PlainText.of(label).isBlank()
                ? Optional.of(new Arrow(
                                label,
                                label.getNext(),
                                PlainText.own(label.getNext()).strip()))
                        .filter(arrow -> Arrow.SIGNS.stream().anyMatch(arrow.text()::startsWith))
                : Optional.empty();
    }

    private static Written written(Arrow arrow) {
        var before = new StringBuilder(arrow.afterSign());
        Optional<String> address = Optional.empty();
        var after = new StringBuilder();
        for (Node node = arrow.start().getNext(); node != null; node = node.getNext()) {
            if (node instanceof Link link && address.isEmpty()) {
                address = Optional.of(link.getDestination());
            } else {
                (address.isEmpty() ? before : after).append(PlainText.own(node)).append(PlainText.of(node));
            }
        }
        return new Written(before.toString(), address, after.toString());
    }

    private Position at(Arrow arrow, Node item) {
        var rest = PlainText.own(arrow.start());
        var sign = rest.length() - rest.stripLeading().length();
        var begins = lines.at(arrow.start());
        return arrow.start().getSourceSpans().isEmpty()
                ? lines.at(item)
                : new Position(begins.file(), begins.line(), begins.column() + sign);
    }

    private static String missing(Node item) {
        return item.getFirstChild() instanceof Paragraph paragraph
                        && paragraph.getFirstChild() instanceof StrongEmphasis label
                        && label.getNext() == null
                ? "outcome-without-target"
                : "not-an-outcome";
    }

    private static String excerpt(Node item) {
        var text = PlainText.of(item);
        return text.codePointCount(0, text.length()) <= 60
                ? text
                : text.substring(0, text.offsetByCodePoints(0, 59)) + "…";
    }
}
