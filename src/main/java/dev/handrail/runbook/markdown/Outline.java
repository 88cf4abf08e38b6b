package dev.handrail.runbook.markdown;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/** A document as the chunks between its headings. Headings inside lists and quotes are text like any other. */
public final class Outline {
    private static final Pattern ANCHOR = Pattern.compile("(?i)<a\\s[^>]*?(?:id|name)\\s*=\\s*[\"']?([^\"'\\s>]+)");

    private final SourceLines lines;
    private final Slugs slugs;

    public Outline(SourceLines lines, Slugs slugs) {
        this.lines = lines;
        this.slugs = slugs;
    }

    /** Returns the chunks in the file's order; together they hold every block. */
    public List<Chunk> chunks(Node document) {
        var chunks = new ArrayList<Chunk>();
        Optional<Heading> heading = Optional.empty();
        var blocks = new ArrayList<Node>();
        for (var block : Markdown.children(document)) {
            if (block instanceof Heading next) {
                add(chunks, heading, blocks, SourceLines.first(next));
                heading = Optional.of(next);
                blocks.clear();
            } else {
                blocks.add(block);
            }
        }
        add(chunks, heading, blocks, lines.size());
        chunks.stream()
                .flatMap(chunk -> chunk.title().stream())
                .flatMap(title -> title.anchor().stream())
                .forEach(slugs::reserve);
        return chunks;
    }

    private void add(List<Chunk> chunks, Optional<Heading> heading, List<Node> blocks, int to) {
        if (heading.isPresent()) {
            var from = SourceLines.first(heading.get());
            var bodyFrom = SourceLines.end(heading.get());
            chunks.add(new Chunk(heading.map(this::title), blocks, from, bodyFrom, to));
        } else if (!blocks.isEmpty()) {
            var from = SourceLines.first(blocks.getFirst());
            chunks.add(new Chunk(Optional.empty(), blocks, from, from, to));
        }
    }

    private Title title(Heading heading) {
        var text = PlainText.of(heading);
        return new Title(
                heading.getLevel(),
                text,
                slugs.next(text),
                anchor(heading),
                Markdown.descendants(heading).stream().anyMatch(node -> node instanceof Link || node instanceof Image),
                SourceLines.first(heading),
                lines.at(heading));
    }

    private static Optional<String> anchor(Heading heading) {
        return Markdown.children(heading).stream()
                .filter(HtmlInline.class::isInstance)
                .map(node -> ANCHOR.matcher(((HtmlInline) node).getLiteral()))
                .filter(matcher -> matcher.find())
                .map(matcher -> matcher.group(1))
                .findFirst();
    }
}
