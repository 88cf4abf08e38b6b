package dev.handrail.runbook.parse;

import dev.handrail.platform.source.Position;
import dev.handrail.platform.source.Problems;
import dev.handrail.platform.source.Yaml;
import dev.handrail.platform.source.YamlValue;
import dev.handrail.runbook.Mentions;
import dev.handrail.runbook.Parsed;
import dev.handrail.runbook.front.FrontMatter;
import dev.handrail.runbook.front.Head;
import dev.handrail.runbook.front.HeadReader;
import dev.handrail.runbook.markdown.Definitions;
import dev.handrail.runbook.markdown.Markdown;
import java.util.List;
import org.commonmark.node.Node;

/**
 * Reads a runbook: any Markdown file with text in it is one. Touches nothing but its arguments, and neither fails nor hangs,
 * whatever they are.
 */
public final class RunbookParser {
    private static final int LONGEST = 512 * 1024;

    private RunbookParser() {}

    /**
     * Reads the file {@code path} whose text is {@code text}.
     *
     * @param path relative to the library's folder, with {@code /}
     */
    public static Parsed parse(String path, String text) {
        var problems = new Problems();
        if (text.length() > LONGEST) {
            problems.error(
                    new Position(path, 1, 1),
                    "too-long",
                    text.length() + " characters",
                    "at most " + LONGEST + " in one file");
            return new Parsed(path, List.of(), Mentions.none(path), problems.sorted());
        }
        var readable = text.startsWith("\uFEFF") ? text.substring(1) : text;
        var front = FrontMatter.of(path, readable, problems);
        var head = head(front, problems);
        var document = document(readable, front);
        var reader = new FileReader(path, readable, Definitions.of(document), problems);
        var runbooks = reader.read(head, document, text);
        var mentions = reader.mentions(head, document, front.lines());
        return new Parsed(path, problems.hasErrors() ? List.of() : runbooks, mentions, problems.sorted());
    }

    /** What is wrong with front matter for another tool is for that tool to mind. */
    private static Head head(FrontMatter front, Problems problems) {
        var noted = new Problems();
        var map = front.yaml().flatMap(yaml -> Yaml.read(yaml, noted)).flatMap(YamlValue::map);
        var head = map.map(keys -> new HeadReader(keys, noted).read()).orElse(Head.NONE);
        var isOurs = map.isPresent()
                ? head.isOurs()
                : front.yaml().stream().flatMap(yaml -> yaml.text().lines()).anyMatch(HeadReader::opensOwnKey);
        noted.sorted().forEach(problem -> problems.add(isOurs ? problem : problem.asWarning()));
        return head;
    }

    /** Empty lines stand in for the front matter, so that the parser counts lines as the file does. */
    private static Node document(String text, FrontMatter front) {
        var body = text.lines().skip(front.lines()).iterator();
        var padded = new StringBuilder("\n".repeat(front.lines()));
        body.forEachRemaining(line -> padded.append(line).append('\n'));
        return Markdown.parse(padded.toString());
    }
}
