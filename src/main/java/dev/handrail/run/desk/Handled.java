package dev.handrail.run.desk;

import dev.handrail.run.Decision;
import dev.handrail.run.Happened;
import java.util.Optional;

/** What became of a command. */
public sealed interface Handled {
    /** It was recorded. */
    record Done() implements Handled {}

    /**
     * It changed nothing.
     *
     * @param first what overtook it: who answered that step and attempt, and how; empty where nobody did
     */
    record Refused(Decision.Refusal refusal, Optional<Happened> first) implements Handled {}
}
