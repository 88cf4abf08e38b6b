package dev.handrail.runbook.parse;

import dev.handrail.alert.Alert;
import dev.handrail.alert.LabelMatcher;
import dev.handrail.platform.source.Position;
import dev.handrail.platform.source.Problems;
import dev.handrail.runbook.MatchRule;
import dev.handrail.runbook.Mentions;
import dev.handrail.runbook.Revision;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.Sections;
import dev.handrail.runbook.Step;
import dev.handrail.runbook.StepNames;
import dev.handrail.runbook.Walk;
import dev.handrail.runbook.front.Head;
import dev.handrail.runbook.layout.Layout;
import dev.handrail.runbook.layout.Layouts;
import dev.handrail.runbook.layout.SectionName;
import dev.handrail.runbook.markdown.Body;
import dev.handrail.runbook.markdown.Definitions;
import dev.handrail.runbook.markdown.Markdown;
import dev.handrail.runbook.markdown.SourceLines;
import dev.handrail.runbook.markdown.Title;
import dev.handrail.runbook.syntax.FenceReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonmark.node.Node;

/** One reading of a file: from its blocks to its runbooks. */
final class FileReader {
    private final String path;
    private final Definitions definitions;
    private final Problems problems;
    private final SourceLines lines;
    private final MentionReader mentions;

    FileReader(String path, String text, Definitions definitions, Problems problems) {
        this.definitions = definitions;
        this.path = path;
        this.problems = problems;
        this.lines = new SourceLines(path, text);
        this.mentions = new MentionReader(lines);
    }

    /** Returns what the file names, once it has been read. {@code firstLine}: below the front matter, counted from 0. */
    Mentions mentions(Head head, Node document, int firstLine) {
        return mentions.read(document, head.places(), firstLine);
    }

    /** @param text as it is on disk, for the revision */
    List<Runbook> read(Head head, Node document, String text) {
        var layouts = Layouts.read(document, lines, PartRules.alerts(head.match()), heading -> title(head, heading));
        if (layouts.getFirst().drafts().isEmpty()) {
            problems.error(new Position(path, 1, 1), "empty", "no text", "what to do");
            return List.of();
        }
        var isPlain = !head.isOurs() && Markdown.blocksBelow(document).stream().noneMatch(FenceReader::isFence);
        var names = names(layouts);
        var revision = Revision.of(text);
        return layouts.stream()
                .flatMap(layout -> runbook(layout, head, names, isPlain)
                        .map(content -> new Runbook(
                                head.id().orElse(withoutSuffix(path)) + part(layout),
                                path + part(layout),
                                revision,
                                layout.title(),
                                head.status(),
                                match(head, layout),
                                head.policy(),
                                content))
                        .stream())
                .toList();
    }

    private Optional<Runbook.Content> runbook(Layout layout, Head head, Map<String, StepNames> names, boolean isPlain) {
        noteStrays(layout, head);
        refuseFencesOutsideSteps(layout);
        var own = names.getOrDefault(path + part(layout), new StepNames(Map.of(), Map.of()));
        return walk(layout, new Links(path, own, names, problems), isPlain)
                .map(steps -> new Runbook.Content(sections(layout, head), steps, own));
    }

    /** Returns what the steps of each runbook are called, by its path. */
    private Map<String, StepNames> names(List<Layout> layouts) {
        var reader = new NameReader(problems);
        var names = new LinkedHashMap<String, StepNames>();
        for (var layout : layouts) {
            var earlier = names.putIfAbsent(path + part(layout), reader.read(layout));
            if (earlier != null) {
                layout.alert()
                        .ifPresent(alert -> problems.error(
                                alert.at(),
                                "duplicate-name",
                                "a second runbook named '" + alert.text() + "'",
                                "each alert once in a file"));
            }
        }
        return names;
    }

    private static String part(Layout layout) {
        return layout.alert().map(alert -> "#" + alert.text()).orElse("");
    }

    private static List<MatchRule> match(Head head, Layout layout) {
        return layout.alert()
                .map(alert -> PartRules.of(alert.text(), head.match()))
                .orElseGet(() -> head.match().isEmpty()
                        ? byHeading(head, layout.heading().map(Title::text))
                        : head.match());
    }

    /** In a file for another tool the heading names the alert; its front matter's title is for that tool. */
    private String title(Head head, Optional<String> heading) {
        var named = head.isOurs() ? head.title().or(() -> heading) : heading.or(head::title);
        return named.orElseGet(() -> stem(path));
    }

    private Optional<Walk> walk(Layout layout, Links links, boolean isPlain) {
        var reader = new StepReader(lines, definitions, problems, isPlain);
        var read = layout.drafts().stream().map(reader::read).toList();
        read.forEach(mentions::add);
        List<Step> steps =
                new WalkBuilder(read, links, new FenceCheck(read, links.names(), problems), problems).build();
        if (problems.hasErrors() || steps.isEmpty()) {
            return Optional.empty();
        }
        var walk = new Walk(steps);
        new WalkCheck(walk, path, problems).check();
        return Optional.of(walk);
    }

    private Sections sections(Layout layout, Head head) {
        return new Sections(
                text(layout.context(SectionName.MEANING)),
                text(layout.context(SectionName.IMPACT)),
                text(layout.context(SectionName.CAUSES)),
                text(layout.context(SectionName.ESCALATION)),
                text(layout.context(SectionName.REFERENCES)),
                head.links());
    }

    private String text(Body body) {
        return definitions.with(body.text(lines, List.of()));
    }

    /** A file without {@code match} is for the alert that its first heading names, also when front matter has another title. */
    private static List<MatchRule> byHeading(Head head, Optional<String> heading) {
        return heading.filter(_ -> head.isOurs())
                .filter(name ->
                        head.title().filter(title -> !title.equals(name)).isPresent())
                .filter(name -> name.matches("[A-Za-z_][A-Za-z0-9_]*"))
                .map(name -> new LabelMatcher(Alert.NAME_LABEL, LabelMatcher.Operator.EQUAL, name))
                .map(matcher -> List.of(new MatchRule(List.of(matcher))))
                .orElse(List.of());
    }

    private void noteStrays(Layout layout, Head head) {
        layout.strays().stream()
                .filter(_ -> head.isOurs())
                .flatMap(section -> section.title().stream())
                .forEach(title -> problems.warning(
                        title.at(),
                        "unknown-section",
                        "'" + title.text() + "', walked as a step",
                        "a known section, for instance Mitigation, Verification, Escalation or References"));
    }

    private void refuseFencesOutsideSteps(Layout layout) {
        layout.context().values().stream()
                .flatMap(body -> body.blocks().stream())
                .flatMap(block -> FenceReader.isFence(block)
                        ? Stream.of(block)
                        : Markdown.blocksBelow(block).stream().filter(FenceReader::isFence))
                .forEach(fence -> problems.error(
                        lines.at(fence),
                        "fence-outside-step",
                        "a fence for Handrail outside every step",
                        "it in a step"));
    }

    private static String stem(String path) {
        return withoutSuffix(path.substring(path.lastIndexOf('/') + 1));
    }

    private static String withoutSuffix(String path) {
        return path.endsWith(".md") ? path.substring(0, path.length() - 3) : path;
    }
}
