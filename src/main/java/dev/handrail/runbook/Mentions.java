package dev.handrail.runbook;

import dev.handrail.platform.source.Placed;
import dev.handrail.platform.source.Position;
import dev.handrail.runbook.fence.Fence;
import dev.handrail.runbook.fence.Placeholder;
import dev.handrail.runbook.fence.Probe;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a file names, and where: for rules that look at several files, and for saying where a fault stands.
 *
 * @param path the file, relative to the library's folder
 * @param keys where the value of each key of the front matter begins; items and inner keys as {@code match.0}, {@code review.last}
 * @param outcomes all that are listed, in the file's order
 * @param fences those for Handrail, save for those that could not be made out
 * @param links all, with images and with those in HTML
 * @param anchors what a link to this file may name after its {@code #}: headings as GitHub names them, and names given in HTML
 * @param variables what responders see filled with an alert's labels
 */
public record Mentions(
        String path,
        Map<String, Position> keys,
        List<ListedOutcome> outcomes,
        List<StepFence> fences,
        List<Link> links,
        Set<String> anchors,
        List<Variable> variables) {

    /**
     * An outcome where it stands.
     *
     * @param step the name of its step
     * @param at where its label begins
     * @param targetAt where its target begins
     */
    public record ListedOutcome(StepId step, String label, Position at, Position targetAt) {}

    /**
     * A fence for Handrail where it stands.
     *
     * @param step the name of its step
     * @param placeholders all that are in it
     */
    public record StepFence(StepId step, Fence fence, List<Placeholder> placeholders) {
        public StepFence {
            placeholders = List.copyOf(placeholders);
        }
    }

    /** An address, as it is written. */
    public record Link(Kind kind, String address, Position at) {
        /** What the address is for. {@code OUTCOME}: where an outcome of a step leads. */
        public enum Kind {
            TEXT,
            IMAGE,
            OUTCOME
        }
    }

    /**
     * {@code $NAME}, <code>${NAME}</code> or {@code <name>} in a text; also a shell's own variable or an HTML tag looks so.
     *
     * @param written with its signs
     */
    public record Variable(String name, String written, Position at) {}

    public Mentions {
        keys = Map.copyOf(keys);
        outcomes = List.copyOf(outcomes);
        fences = List.copyOf(fences);
        links = List.copyOf(links);
        anchors = Set.copyOf(anchors);
        variables = List.copyOf(variables);
    }

    /** Returns what a file that could not be read names. */
    public static Mentions none(String path) {
        return new Mentions(path, Map.of(), List.of(), List.of(), List.of(), Set.of(), List.of());
    }

    /** Returns where the value of a key of the front matter stands; the file's beginning if there is no such key. */
    public Position at(String key) {
        return Optional.ofNullable(keys.get(key)).orElseGet(this::start);
    }

    /** Returns what fences ask: their checks', and those that follow a try. */
    public List<Probe> probes() {
        return fences.stream()
                .flatMap(each -> switch (each.fence()) {
                    case Fence.Check check -> Stream.of(check.probe());
                    case Fence.Ask _, Fence.Owner _ -> Stream.empty();
                    case Fence.Retry retry -> retry.checkAfter().map(Fence.CheckAfter::probe).stream();
                })
                .toList();
    }

    /** Returns the retries, those by hand too. */
    public List<Fence.Retry> retries() {
        return fences.stream()
                .map(StepFence::fence)
                .filter(Fence.Retry.class::isInstance)
                .map(Fence.Retry.class::cast)
                .toList();
    }

    /** Returns the owners that steps name, where they stand. */
    public List<Placed<String>> stepOwners() {
        return fences.stream()
                .flatMap(each -> each.fence() instanceof Fence.Owner named
                        ? Stream.of(named.owner())
                        : Stream.<Placed<String>>empty())
                .toList();
    }

    /** Returns where the target of an outcome stands; the file's beginning if no list has it. */
    public Position targetAt(StepId step, String label) {
        return outcomes.stream()
                .filter(each -> each.step().equals(step) && each.label().equals(label))
                .map(ListedOutcome::targetAt)
                .findFirst()
                .orElseGet(this::start);
    }

    private Position start() {
        return new Position(path, 1, 1);
    }
}
