package dev.handrail.runbook.parse;

import dev.handrail.ownership.OwnerId;
import dev.handrail.platform.source.Position;
import dev.handrail.platform.source.Problem;
import dev.handrail.platform.source.Problems;
import dev.handrail.runbook.fence.Fence;
import dev.handrail.runbook.layout.Draft;
import dev.handrail.runbook.markdown.Definitions;
import dev.handrail.runbook.markdown.Markdown;
import dev.handrail.runbook.markdown.SourceLines;
import dev.handrail.runbook.syntax.FenceReader;
import dev.handrail.runbook.syntax.OutcomeItem;
import dev.handrail.runbook.syntax.OutcomeList;
import dev.handrail.runbook.syntax.ReadFence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;

/** Looks into a step's text for its outcome list and its fences, and leaves out of the text what becomes buttons. */
final class StepReader {
    private final SourceLines lines;
    private final Definitions definitions;
    private final Problems problems;
    private final boolean isPlain;

    /** @param isPlain whether the file is of level 0: a list that is nearly one of outcomes is then prose */
    StepReader(SourceLines lines, Definitions definitions, Problems problems, boolean isPlain) {
        this.lines = lines;
        this.definitions = definitions;
        this.problems = problems;
        this.isPlain = isPlain;
    }

    /**
     * A step whose outcomes lead somewhere, but not yet to other steps.
     *
     * @param outcomes empty for the default ones
     * @param list where the outcomes are listed
     * @param text without what becomes buttons
     */
    record ReadStep(
            Draft draft,
            Optional<BulletList> list,
            Optional<List<OutcomeItem>> outcomes,
            List<ReadFence> fences,
            String text) {
        /** Returns the retry if it is one by hand. */
        Optional<Fence.Retry> retry() {
            return fences.stream()
                    .flatMap(read -> read.fence().stream())
                    .flatMap(fence -> fence instanceof Fence.Retry retry ? Stream.of(retry) : Stream.empty())
                    .filter(Fence.Retry::isManual)
                    .findFirst();
        }

        /** Returns who answers for the step; empty where that is the runbook's owner. */
        Optional<OwnerId> owner() {
            return fences.stream()
                    .flatMap(read -> read.fence().stream())
                    .flatMap(fence -> fence instanceof Fence.Owner named
                            ? Stream.of(new OwnerId(named.owner().value()))
                            : Stream.empty())
                    .findFirst();
        }
    }

    ReadStep read(Draft draft) {
        var blocks = draft.body().blocks();
        var leftOut = new ArrayList<Node>();
        var fences = fences(blocks, leftOut);
        var list = outcomeList(blocks, leftOut);
        var outcomes = list.map(new OutcomeList(lines, problems)::read);
        list.ifPresent(leftOut::add);
        var text = definitions.with(draft.body().text(lines, leftOut));
        return new ReadStep(draft, list, outcomes, fences, text);
    }

    private List<ReadFence> fences(List<Node> blocks, List<Node> leftOut) {
        var fences = new ArrayList<ReadFence>();
        for (var block : blocks) {
            if (block instanceof FencedCodeBlock code && FenceReader.isFence(code)) {
                var fence = new FenceReader(lines, problems).read(code);
                fence.ifPresent(fences::add);
                fence.filter(ReadFence::isRun).ifPresent(_ -> leftOut.add(code));
            } else {
                refuseInside(block);
            }
        }
        refuseSeconds(fences);
        return fences;
    }

    private void refuseInside(Node block) {
        Markdown.blocksBelow(block).stream()
                .filter(FenceReader::isFence)
                .forEach(fence -> problems.error(
                        lines.at(fence),
                        "nested-fence",
                        "a fence inside a list or quote",
                        "the fence at the step's own margin"));
    }

    private void refuseSeconds(List<ReadFence> fences) {
        var first = new HashMap<String, Position>();
        for (var fence : fences) {
            var at = fence.at();
            var earlier = first.putIfAbsent(fence.key(), at);
            if (earlier != null) {
                problems.error(
                        at,
                        "second-" + fence.key(),
                        "a second " + fence.key() + ", after line " + earlier.line(),
                        "at most one in each step");
            }
        }
    }

    private Optional<BulletList> outcomeList(List<Node> blocks, List<Node> fences) {
        var read = new HashSet<>(fences);
        var visible = blocks.stream()
                .filter(block -> !Markdown.isInvisible(block) && !read.contains(block))
                .toList();
        var lists = visible.stream().filter(OutcomeList::isMeant).toList();
        var reader = new OutcomeList(lines, problems);
        for (var list : lists) {
            if (!list.equals(visible.getLast()) && reader.isClean(list)) {
                problems.add(slip(list));
            }
        }
        if (visible.isEmpty() || !(visible.getLast() instanceof BulletList last) || !OutcomeList.isMeant(last)) {
            return Optional.empty();
        }
        if (isPlain && !reader.isClean(last)) {
            reader.warn(last);
            return Optional.empty();
        }
        return Optional.of(last);
    }

    private Problem slip(Node list) {
        var severity = isPlain ? Problem.Severity.WARNING : Problem.Severity.ERROR;
        return new Problem(
                lines.at(list),
                severity,
                "outcomes-not-last",
                "a list of outcomes with text after it",
                "the outcomes as the step's last block");
    }
}
