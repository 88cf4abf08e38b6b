package dev.handrail.runbook.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * CommonMark with tables, as GitHub shows it. Any text is Markdown, so parsing never fails; what nobody could read is shown as it
 * stands rather than taken apart, so that the time it takes grows no faster than the text.
 */
public final class Markdown {
    private static final int DEEPEST_BLOCK = 50;
    private static final int DEEPEST_INLINE = 50;
    private static final int FEWEST_CELLS = 10_000;
    private static final Parser WITHOUT_TABLES = parser(List.of());

    private Markdown() {}

    /** Returns the document. */
    public static Node parse(String text) {
        try {
            return withTables(text).parse(text);
        } catch (IllegalArgumentException _) {
            return WITHOUT_TABLES.parse(text);
        }
    }

    /** A cell takes two characters, but short rows below a wide header are filled up with cells that nobody wrote. */
    private static Parser withTables(String text) {
        var cells = Math.max(FEWEST_CELLS, text.length() / 2);
        return parser(List.of(TablesExtension.builder().maxCells(cells).build()));
    }

    private static Parser parser(List<Extension> extensions) {
        return Parser.builder()
                .extensions(extensions)
                .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                .maxOpenBlockParsers(DEEPEST_BLOCK)
                .maxInlineNesting(DEEPEST_INLINE)
                .customBlockParserFactory(new LongParagraph.Factory())
                .inlineParserFactory(CalmInlines::new)
                .build();
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

    /** Returns the blocks below {@code root}, at any depth, in reading order. */
    public static List<Node> blocksBelow(Node root) {
        var all = new ArrayList<Node>();
        for (var node = after(root, root, true); node.isPresent(); ) {
            var here = node.get();
            if (here instanceof Block) {
                all.add(here);
            }
            node = after(here, root, here instanceof Block && here.getFirstChild() instanceof Block);
        }
        return all;
    }
}
