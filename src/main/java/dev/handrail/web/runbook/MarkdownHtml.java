package dev.handrail.web.runbook;

import dev.handrail.platform.WebPath;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.library.Library;
import dev.handrail.runbook.markdown.Markdown;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Markdown of a runbook as HTML that is safe to show: raw HTML is shown as text, links lead only to the web or to other runbooks,
 * pictures are links because no page may load from elsewhere, and headings are below those of the page.
 */
public final class MarkdownHtml {
    private static final Pattern WEB = Pattern.compile("(?i)(https?://|mailto:).+");
    private static final int HIGHEST_HEADING = 4;

    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(List.of(TablesExtension.create()))
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(_ -> new Attributes())
            .build();

    private final Library library;
    private final Path folder;

    /** @param path of the runbook, which relative links are relative to */
    public MarkdownHtml(Library library, String path) {
        this.library = library;
        this.folder = Path.of("/" + path).resolveSibling("");
    }

    public String html(String markdown) {
        return html(markdown, words -> words);
    }

    /** @param words what is made of each piece of text and code before it is escaped */
    public String html(String markdown, UnaryOperator<String> words) {
        var document = Markdown.parse(markdown);
        document.accept(new Words(words));
        document.accept(new Safer());
        return RENDERER.render(document);
    }

    /** What a page of ours needs of an element. */
    private static final class Attributes implements AttributeProvider {
        @Override
        public void setAttributes(Node node, String tag, Map<String, String> attributes) {
            if (tag.equals("a")) {
                attributes.put("rel", "noreferrer noopener");
            }
            if (tag.equals("pre")) {
                attributes.put("tabindex", "0");
            }
        }
    }

    /** Rewrites what people read. */
    private static final class Words extends AbstractVisitor {
        private final UnaryOperator<String> words;

        Words(UnaryOperator<String> words) {
            this.words = words;
        }

        @Override
        public void visit(Text text) {
            text.setLiteral(words.apply(text.getLiteral()));
        }

        @Override
        public void visit(Code code) {
            code.setLiteral(words.apply(code.getLiteral()));
        }

        @Override
        public void visit(FencedCodeBlock code) {
            code.setLiteral(words.apply(code.getLiteral()));
        }

        @Override
        public void visit(IndentedCodeBlock code) {
            code.setLiteral(words.apply(code.getLiteral()));
        }

        @Override
        public void visit(HtmlInline html) {
            html.setLiteral(words.apply(html.getLiteral()));
        }

        @Override
        public void visit(HtmlBlock html) {
            html.setLiteral(words.apply(html.getLiteral()));
        }
    }

    private final class Safer extends AbstractVisitor {
        @Override
        public void visit(Heading heading) {
            heading.setLevel(Math.max(heading.getLevel(), HIGHEST_HEADING));
            visitChildren(heading);
        }

        @Override
        public void visit(Image image) {
            if (isLinked(image)) {
                dissolve(image);
                return;
            }
            var link = new Link(image.getDestination(), image.getTitle());
            adopt(image, link);
            image.insertAfter(link);
            image.unlink();
            visit(link);
        }

        @Override
        public void visit(Link link) {
            visitChildren(link);
            target(link.getDestination()).ifPresentOrElse(link::setDestination, () -> dissolve(link));
        }

        /** A badge is a picture within a link, and a link has no other inside. */
        private static boolean isLinked(Node node) {
            var up = node.getParent();
            while (up != null && !(up instanceof Link)) {
                up = up.getParent();
            }
            return up != null;
        }

        /** Leaves only what is inside. */
        private static void dissolve(Node node) {
            var child = node.getFirstChild();
            while (child != null) {
                var next = child.getNext();
                node.insertBefore(child);
                child = next;
            }
            node.unlink();
        }

        private static void adopt(Node from, Node to) {
            var child = from.getFirstChild();
            while (child != null) {
                var next = child.getNext();
                to.appendChild(child);
                child = next;
            }
        }
    }

    /** Returns where a link of the runbook leads on our pages; empty if it leads nowhere that we know. */
    private Optional<String> target(String destination) {
        if (WEB.matcher(destination).matches()) {
            return Optional.of(destination);
        }
        if (destination.startsWith("#")) {
            return Optional.of("#step-" + destination.substring(1));
        }
        var hash = destination.indexOf('#');
        var file = hash < 0 ? destination : destination.substring(0, hash);
        var step = hash < 0 ? "" : "#step-" + destination.substring(hash + 1);
        return at(destination)
                .map(runbook -> WebPath.of("/runbooks/", runbook.id()))
                .or(() -> at(file).map(runbook -> WebPath.of("/runbooks/", runbook.id()) + step));
    }

    private Optional<Runbook> at(String file) {
        try {
            var path = folder.resolve(file).normalize().toString();
            return library.byPath(path.startsWith("/") ? path.substring(1) : path);
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }
}
