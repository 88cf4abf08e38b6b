package dev.handrail.runbook.parse;

import com.google.re2j.Pattern;
import dev.handrail.platform.source.Position;
import dev.handrail.runbook.Mentions;
import dev.handrail.runbook.Mentions.Link.Kind;
import dev.handrail.runbook.Mentions.ListedOutcome;
import dev.handrail.runbook.Mentions.StepFence;
import dev.handrail.runbook.Mentions.Variable;
import dev.handrail.runbook.markdown.Markdown;
import dev.handrail.runbook.markdown.PlainText;
import dev.handrail.runbook.markdown.Slugs;
import dev.handrail.runbook.markdown.SourceLines;
import dev.handrail.runbook.parse.StepReader.ReadStep;
import dev.handrail.runbook.syntax.FenceReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/** Gathers what a file names. */
final class MentionReader {
    private static final Pattern TAG_NAME = Pattern.compile("(?i)(?:^|\\s)(?:id|name)\\s*=\\s*[\"']?([^\"'\\s>]+)");
    private static final Pattern TAG_ADDRESS = Pattern.compile("(?i)(?:^|\\s)(href|src)\\s*=\\s*[\"']?([^\"'\\s>]+)");
    private static final Pattern VARIABLE =
            Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}|\\$([A-Za-z_][A-Za-z0-9_]*)|<([A-Za-z_][A-Za-z0-9_.-]*)>");

    private final SourceLines lines;
    private final Slugs slugs = new Slugs();
    private final Set<Node> outcomeLists = new HashSet<>();
    private final Set<Integer> fenceLines = new HashSet<>();
    private final List<ListedOutcome> outcomes = new ArrayList<>();
    private final List<StepFence> fences = new ArrayList<>();
    private final List<Mentions.Link> links = new ArrayList<>();
    private final Set<String> anchors = new LinkedHashSet<>();
    private final List<Variable> variables = new ArrayList<>();

    MentionReader(SourceLines lines) {
        this.lines = lines;
    }

    void add(ReadStep step) {
        step.list().ifPresent(outcomeLists::add);
        step.outcomes().stream()
                .flatMap(List::stream)
                .map(item -> new ListedOutcome(step.draft().id(), item.label(), item.at(), item.aimAt()))
                .forEach(outcomes::add);
        step.fences().stream()
                .flatMap(read -> read.fence().stream()
                        .map(fence -> new StepFence(step.draft().id(), fence, read.placeholders())))
                .forEach(fences::add);
    }

    /** Returns all of it, once every step is added. {@code firstLine}: of the text below the front matter, counted from 0. */
    Mentions read(Node document, Map<String, Position> keys, int firstLine) {
        Markdown.descendants(document).forEach(this::look);
        for (int line = firstLine; line < lines.size(); line++) {
            if (!fenceLines.contains(line)) {
                variables(line);
            }
        }
        return new Mentions(lines.file(), keys, outcomes, fences, links, anchors, variables);
    }

    private void look(Node node) {
        switch (node) {
            case Link link -> links.add(new Mentions.Link(kind(link), link.getDestination(), lines.at(link)));
            case Image image -> links.add(new Mentions.Link(Kind.IMAGE, image.getDestination(), lines.at(image)));
            case Heading heading -> anchors.add(slugs.next(PlainText.of(heading)));
            case HtmlInline html -> lookAtTags(html.getLiteral(), html);
            case HtmlBlock html -> lookAtTags(html.getLiteral(), html);
            case Node fence
            when FenceReader.isFence(fence) -> {
                for (int line = SourceLines.first(fence); line < SourceLines.end(fence); line++) {
                    fenceLines.add(line);
                }
            }
            default -> {}
        }
    }

    private Kind kind(Node link) {
        for (var up = Optional.ofNullable(link.getParent()); up.isPresent(); up = up.map(Node::getParent)) {
            if (outcomeLists.contains(up.get())) {
                return Kind.OUTCOME;
            }
        }
        return Kind.TEXT;
    }

    /** HTML keeps its lines as they are in the file, save that the first may be indented. */
    private void lookAtTags(String html, Node node) {
        if (html.startsWith("<!--")) {
            return;
        }
        var at = lines.at(node);
        for (var line : html.lines().toList()) {
            lookAtTags(line, at);
            at = new Position(at.file(), at.line() + 1, 1);
        }
    }

    private void lookAtTags(String line, Position at) {
        var names = TAG_NAME.matcher(line);
        while (names.find()) {
            anchors.add(names.group(1));
        }
        var addresses = TAG_ADDRESS.matcher(line);
        while (addresses.find()) {
            var kind = addresses.group(1).equalsIgnoreCase("src") ? Kind.IMAGE : Kind.TEXT;
            var place = new Position(at.file(), at.line(), at.column() + addresses.start(2));
            links.add(new Mentions.Link(kind, addresses.group(2), place));
        }
    }

    private void variables(int line) {
        var found = VARIABLE.matcher(lines.line(line));
        while (found.find()) {
            var name = Optional.ofNullable(found.group(1))
                    .or(() -> Optional.ofNullable(found.group(2)))
                    .orElseGet(() -> found.group(3));
            variables.add(new Variable(name, found.group(), new Position(lines.file(), line + 1, found.start() + 1)));
        }
    }
}
