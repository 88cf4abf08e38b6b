package dev.handrail.web.timeline;

import dev.handrail.run.Position;
import dev.handrail.run.RunState;
import dev.handrail.web.timeline.Standing.Tone;

/** How much the parts of a storm ask for attention. */
public final class PartWords {
    private PartWords() {}

    public static Tone tone(RunState state) {
        return switch (state.position()) {
            case Position.Offered _, Position.Escalated _ -> Tone.URGENT;
            case Position.OnStep _, Position.Waiting _, Position.HandedOff _ -> Tone.ACTIVE;
            case Position.Finished _ -> Tone.CALM;
        };
    }
}
