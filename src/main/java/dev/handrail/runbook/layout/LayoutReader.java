package dev.handrail.runbook.layout;

import dev.handrail.runbook.Step.Part;
import dev.handrail.runbook.StepId;
import dev.handrail.runbook.markdown.Body;
import dev.handrail.runbook.markdown.Chunk;
import dev.handrail.runbook.markdown.Title;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Divides a file, or its part for one alert. Each block ends up in exactly one place: nothing that somebody wrote is left out. */
final class LayoutReader {
    private final List<Chunk> chunks;
    private final Sectioning sectioning;
    private final String title;
    private final StepCutter cutter;
    private final List<Draft> drafts = new ArrayList<>();
    private final Map<SectionName, List<Body>> context = new EnumMap<>(SectionName.class);
    private final Map<String, StepId> starts = new HashMap<>();
    private final List<Section> strays = new ArrayList<>();
    private final List<Body> carried = new ArrayList<>();

    /** @param title what to call it */
    LayoutReader(List<Chunk> chunks, Sectioning sectioning, StepCutter cutter, String title) {
        this.chunks = chunks;
        this.sectioning = sectioning;
        this.title = title;
        this.cutter = cutter;
    }

    /** Adds what other parts of the file share, before anything of this one. */
    void share(Section section, Optional<Title> fileTitle) {
        var isHidden = section.name().isPresent() || section.title().equals(fileTitle);
        addContext(section.name().orElse(SectionName.MEANING), section, isHidden);
    }

    /** @param alert the heading that begins this part, of a file for several alerts */
    Layout read(Optional<Title> alert) {
        var sections = sectioning.sections();
        if (sections.stream()
                .anyMatch(section -> section.is(SectionName.DIAGNOSIS) || section.is(SectionName.MITIGATION))) {
            new ByName(sections).read();
        } else {
            new ByLevel(sections).read();
        }
        if (drafts.isEmpty() && !chunks.isEmpty()) {
            drafts.add(cutter.whole(chunks, Part.MITIGATION));
            carried.clear();
        }
        if (!drafts.isEmpty()) {
            drafts.set(drafts.size() - 1, drafts.getLast().after(takeCarried()));
        }
        var steps = new BareSteps(starts).folded(drafts);
        Map<SectionName, Body> read = new EnumMap<>(SectionName.class);
        context.forEach((name, bodies) -> read.put(name, Body.joined(bodies)));
        if (!steps.isEmpty()) {
            alert.ifPresent(name -> List.of(
                            name.text(), name.slug(), name.anchor().orElse(name.slug()))
                    .forEach(each -> starts.putIfAbsent(each, steps.getFirst().id())));
        }
        return new Layout(title, sectioning.title(), steps, read, starts, strays, alert);
    }

    /** Returns the headings, with nothing below them, that wait for the text that follows. */
    private Body takeCarried() {
        var taken = Body.joined(carried);
        carried.clear();
        return taken;
    }

    private void addSteps(Section section, List<Draft> steps) {
        carried.add(lostHeading(section, steps));
        for (var step : steps) {
            drafts.add(carried.isEmpty() ? step : step.before(takeCarried()));
        }
        if (!steps.isEmpty()) {
            section.title()
                    .ifPresent(title ->
                            starts.putIfAbsent(title.slug(), steps.getFirst().id()));
        }
    }

    /** The heading of a section of no known word, if it is not a step's title, goes with the text of the first step. */
    private Body lostHeading(Section section, List<Draft> steps) {
        var isShown = section.name().isPresent()
                || steps.isEmpty()
                || section.title().isEmpty()
                || isNamedAsFile(section.head())
                || steps.getFirst().heading().equals(section.title());
        return isShown ? Body.EMPTY : Body.heading(section.head());
    }

    private void addContext(SectionName name, Section section) {
        addContext(name, section, section.name().isPresent() || isNamedAsFile(section.head()));
    }

    private void addContext(SectionName name, Section section, boolean isHeadingHidden) {
        var own = isHeadingHidden ? Body.below(section.head()) : Body.whole(section.head());
        var body = Body.joined(
                Stream.concat(Stream.of(own), section.chunks().stream().skip(1).map(Body::whole))
                        .toList());
        context.computeIfAbsent(name, _ -> new ArrayList<>()).addAll(List.of(takeCarried(), body));
    }

    /** Says whether the file's title says all of a heading: front matter may give the file another. */
    private boolean isNamedAsFile(Chunk chunk) {
        return isFileTitle(chunk)
                && chunk.title()
                        .map(Title::text)
                        .filter(text -> text.isBlank() || text.equals(title))
                        .isPresent();
    }

    private boolean isFileTitle(Chunk chunk) {
        return chunk.title().isPresent() && chunk.title().equals(sectioning.title());
    }

    private boolean isOpening(Section section) {
        return section.title().isEmpty() || isFileTitle(section.head());
    }

    /** A file that has a Diagnosis or a Mitigation: its sections are what their headings say. */
    private final class ByName {
        private final List<Section> sections;
        private final int firstMitigation;
        private Optional<Part> lastPart = Optional.empty();

        ByName(List<Section> sections) {
            this.sections = sections;
            var names = sections.stream()
                    .map(section -> section.is(SectionName.MITIGATION))
                    .toList();
            this.firstMitigation = names.indexOf(true);
        }

        void read() {
            for (int index = 0; index < sections.size(); index++) {
                read(sections.get(index), index);
            }
        }

        private void read(Section section, int index) {
            var part = section.name().flatMap(name -> part(name, index));
            if (part.isPresent()) {
                addSteps(section, cutter.cut(section, part.get()));
                lastPart = part;
            } else if (section.name().isPresent()) {
                addContext(section.name().get(), section);
            } else if (!section.hasText() && !isOpening(section)) {
                carried.add(Body.whole(section.head()));
            } else if (lastPart.isPresent() && !isOpening(section)) {
                addSteps(section, cutter.cut(section, lastPart.get()));
                strays.add(section);
            } else {
                addContext(SectionName.MEANING, section);
            }
        }

        private Optional<Part> part(SectionName name, int index) {
            return switch (name) {
                case DIAGNOSIS -> Optional.of(Part.DIAGNOSIS);
                case MITIGATION -> Optional.of(Part.MITIGATION);
                case VERIFICATION -> Optional.of(index < firstMitigation ? Part.DIAGNOSIS : Part.VERIFICATION);
                case MEANING, IMPACT, CAUSES, ESCALATION, REFERENCES -> Optional.empty();
            };
        }
    }

    /** A file that has neither: what is not context is a step, at the highest level of heading that occurs more than once. */
    private final class ByLevel {
        private final List<Section> sections;
        private final int level;
        private final boolean isCut;

        ByLevel(List<Section> sections) {
            this.sections = sections;
            var levels = sections.stream()
                    .filter(section -> section.name().isEmpty() && !isOpening(section))
                    .flatMap(section -> section.chunks().stream())
                    .collect(Collectors.groupingBy(Chunk::level, Collectors.counting()));
            var repeated = levels.keySet().stream().filter(each -> levels.getOrDefault(each, 0L) > 1);
            this.level = repeated.mapToInt(each -> each)
                    .min()
                    .orElseGet(() -> levels.keySet().stream()
                            .mapToInt(each -> each)
                            .min()
                            .orElse(0));
            this.isCut = levels.values().stream().mapToLong(each -> each).sum() > 1;
        }

        void read() {
            for (var section : sections) {
                if (section.is(SectionName.VERIFICATION)) {
                    addSteps(section, cutter.cut(section, Part.VERIFICATION));
                } else if (section.name().isPresent()) {
                    addContext(section.name().get(), section);
                } else if (isOpening(section) && level > 0) {
                    addContext(SectionName.MEANING, section);
                } else {
                    groups(section).forEach(this::addGroup);
                }
            }
        }

        private List<Section> groups(Section section) {
            var groups = new ArrayList<Section>();
            var open = new ArrayList<Chunk>();
            for (var chunk : section.chunks()) {
                if (chunk.level() <= level && !open.isEmpty()) {
                    groups.add(new Section(Optional.empty(), open));
                    open.clear();
                }
                open.add(chunk);
            }
            groups.add(new Section(Optional.empty(), open));
            return groups;
        }

        private void addGroup(Section group) {
            if (!group.hasText() && (group.head().level() < level || !isCut)) {
                carried.add(Body.whole(group.head()));
            } else if (isCut) {
                addSteps(group, List.of(cutter.whole(group.chunks(), Part.MITIGATION)));
            } else {
                addSteps(group, cutter.cut(group, Part.MITIGATION));
            }
        }
    }
}
