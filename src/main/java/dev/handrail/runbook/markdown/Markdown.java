package dev.handrail.runbook.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** CommonMark with tables, as GitHub shows it. */
public final class Markdown {
    private static final int DEEPEST = 50;
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .maxOpenBlockParsers(DEEPEST)
            .build();

    private Markdown() {}

    /** Returns the document; empty if its emphasis is nested by the ten thousand, which the parser descends into. */
    public static Optional<Node> parse(String text) {
        try {
            return Optional.of(PARSER.parse(text));
        } catch (StackOverflowError _) {
            return Optional.empty();
        }
    }

    public static List<Node> children(Node node) {
        var children = new ArrayList<Node>();
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
        }
        return children;
    }

    /** Says whether a block shows nothing: a comment, or the address behind a link elsewhere. */
    public static boolean isInvisible(Node block) {
        return block instanceof LinkReferenceDefinition
                || (block instanceof HtmlBlock html
                        && isComment(html.getLiteral().strip()));
    }

    private static boolean isComment(String html) {
        return html.startsWith("<!--") && html.indexOf("-->") == html.length() - 3;
    }

    /** Returns the node after this one, in reading order, within {@code root}: without recursion, however deep the text is nested. */
    static Optional<Node> after(Node node, Node root, boolean intoChildren) {
        if (intoChildren && node.getFirstChild() != null) {
            return Optional.of(node.getFirstChild());
        }
        for (Node up = node; up != null && !up.equals(root); up = up.getParent()) {
            if (up.getNext() != null) {
                return Optional.of(up.getNext());
            }
        }
        return Optional.empty();
    }

    /** Returns everything below {@code root}, in reading order. */
    public static List<Node> descendants(Node root) {
        var all = new ArrayList<Node>();
        for (var node = after(root, root, true); node.isPresent(); node = after(node.get(), root, true)) {
            all.add(node.get());
        }
        return all;
    }
}
