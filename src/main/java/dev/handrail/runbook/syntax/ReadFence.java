package dev.handrail.runbook.syntax;

import dev.handrail.platform.source.Placed;
import dev.handrail.platform.source.Position;
import dev.handrail.runbook.fence.Fence;
import dev.handrail.runbook.fence.Placeholder;
import java.util.List;
import java.util.Optional;

/**
 * A fence, read as far as it could be made out.
 *
 * @param key what it is: {@code check}, {@code ask}, {@code retry} or {@code owner}
 * @param fence empty, with the reasons noted, if something of it is missing or wrong
 * @param isRun whether Handrail does all that it says and it can be left out of the step's text; else responders see it
 * @param labels the outcomes that it names
 * @param placeholders all that are in it
 */
public record ReadFence(
        String key,
        Position at,
        Optional<Fence> fence,
        boolean isRun,
        List<Placed<String>> labels,
        List<Placeholder> placeholders) {
    public ReadFence {
        labels = List.copyOf(labels);
        placeholders = List.copyOf(placeholders);
    }

    /** Says whether what it asks for changes a system. */
    public boolean changesSomething() {
        return key.equals(FenceReader.RETRY);
    }

    /** Says whether later steps may use what it gives. */
    public boolean givesValue() {
        return key.equals(FenceReader.CHECK) || key.equals(FenceReader.ASK);
    }
}
