package dev.handrail.runbook.parse;

import dev.handrail.runbook.markdown.Markdown;
import dev.handrail.runbook.markdown.PlainText;
import dev.handrail.runbook.syntax.FenceReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/**
 * The least part of a Markdown text that can be lost: a paragraph, a cell, a piece of code, where a link leads.
 *
 * @param text with single spaces
 */
public record Piece(Kind kind, String text) {
    /** What a piece is in Markdown. */
    public enum Kind {
        HEADING,
        PARAGRAPH,
        CELL,
        CODE,
        HTML,
        LINK,
        PICTURE,
        /** The address behind links elsewhere in the file. */
        DEFINITION
    }

    /** Returns all of them, in reading order. */
    public static List<Piece> of(String markdown) {
        var pieces = new ArrayList<Piece>();
        Markdown.descendants(Markdown.parse(markdown)).stream()
                .flatMap(node -> of(node).stream())
                .filter(piece -> !piece.text().isEmpty())
                .forEach(pieces::add);
        return pieces;
    }

    private static Optional<Piece> of(Node node) {
        return switch (node) {
            case Heading heading -> piece(Kind.HEADING, PlainText.of(heading));
            case Paragraph paragraph -> piece(Kind.PARAGRAPH, words(paragraph));
            case TableCell cell -> piece(Kind.CELL, words(cell));
            case FencedCodeBlock code -> piece(Kind.CODE, code(code));
            case IndentedCodeBlock code -> piece(Kind.CODE, code.getLiteral());
            case HtmlBlock html -> piece(Kind.HTML, html.getLiteral());
            case Link link -> piece(Kind.LINK, words(link) + " (" + link.getDestination() + ")");
            case Image image -> piece(Kind.PICTURE, words(image) + " (" + image.getDestination() + ")");
            case LinkReferenceDefinition definition ->
                piece(Kind.DEFINITION, definition.getLabel() + " " + definition.getDestination());
            default -> Optional.empty();
        };
    }

    /** The language of code is for colours; only Handrail's own word says more. */
    private static String code(FencedCodeBlock code) {
        return FenceReader.isFence(code) ? code.getInfo() + " " + code.getLiteral() : code.getLiteral();
    }

    private static Optional<Piece> piece(Kind kind, String text) {
        return Optional.of(new Piece(kind, text.replaceAll("\\s+", " ").strip()));
    }

    private static String words(Node parent) {
        return Markdown.descendants(parent).stream()
                .map(node -> node instanceof HtmlInline html ? html.getLiteral() : PlainText.own(node))
                .collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return kind + " " + text;
    }
}
