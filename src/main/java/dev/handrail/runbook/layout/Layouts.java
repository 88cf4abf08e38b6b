package dev.handrail.runbook.layout;

import dev.handrail.runbook.markdown.Outline;
import dev.handrail.runbook.markdown.Slugs;
import dev.handrail.runbook.markdown.SourceLines;
import dev.handrail.runbook.markdown.Title;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.commonmark.node.Node;

/** A document divided: as one runbook, or as one for each of several alerts. Names of steps are unique in the document. */
public final class Layouts {
    private Layouts() {}

    /**
     * Divides a document.
     *
     * @param alerts those that the front matter names
     * @param title what to call the file, given the heading that names it, if there is one
     */
    public static List<Layout> read(
            Node document, SourceLines lines, Set<String> alerts, Function<Optional<String>, String> title) {
        var slugs = new Slugs();
        var chunks = new Outline(lines, slugs).chunks(document);
        var whole = new Sectioning(chunks);
        var parts = new Parts(chunks, alerts).read();
        if (parts.isEmpty()) {
            var name = title.apply(whole.title().map(Title::text).filter(text -> !text.isBlank()));
            var cutter = new StepCutter(lines, slugs, name);
            return List.of(new LayoutReader(chunks, whole, cutter, name).read(Optional.empty()));
        }
        return parts.stream()
                .map(part -> read(
                        part,
                        whole.title(),
                        new StepCutter(lines, slugs, part.title().text())))
                .toList();
    }

    private static Layout read(Part part, Optional<Title> fileTitle, StepCutter cutter) {
        var alert = Optional.of(part.title());
        var sectioning = new Sectioning(part.chunks(), alert);
        var reader =
                new LayoutReader(part.chunks(), sectioning, cutter, part.title().text());
        new Sectioning(part.shared(), fileTitle).sections().forEach(section -> reader.share(section, fileTitle));
        return reader.read(alert);
    }
}
