package dev.handrail.runbook.fence;

import dev.handrail.platform.source.Placed;
import dev.handrail.platform.source.Position;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A fence that Handrail reads: a check, a question, a retry, or whose step it is. */
public sealed interface Fence {
    /** Returns where the fence begins. */
    Position at();

    /** Returns the labels of the step's outcomes that it names, by result: {@code pass} or {@code ok}, for instance. */
    Map<String, Placed<String>> outcomes();

    /**
     * Looks at a system, and changes nothing.
     *
     * @param outcomes by {@code pass} and {@code fail}
     * @param isAutomatic whether a pass goes on by itself
     */
    record Check(Position at, Probe probe, Map<String, Placed<String>> outcomes, boolean isAutomatic) implements Fence {
        public static final List<String> RESULTS = List.of("pass", "fail");

        public Check {
            outcomes = Map.copyOf(outcomes);
        }
    }

    /**
     * Asks the responder for a value, for later steps and for the record.
     *
     * @param name what the value is called
     * @param hint where the responder finds it; may be empty
     * @param pattern RE2 syntax, for the whole value
     */
    record Ask(Position at, Placed<String> name, String hint, Optional<Placed<String>> pattern) implements Fence {
        @Override
        public Map<String, Placed<String>> outcomes() {
            return Map.of();
        }
    }

    /**
     * Says who answers for the step, in place of the runbook's owner.
     *
     * @param owner an id of owners.yml
     */
    record Owner(Position at, Placed<String> owner) implements Fence {
        @Override
        public Map<String, Placed<String>> outcomes() {
            return Map.of();
        }
    }

    /**
     * Changes a system, and may be tried again.
     *
     * @param action of its system in systems.yml; {@code manual}: the responder does it by hand
     * @param with what the action is given
     * @param key whose tries are counted together, in all incidents
     * @param outcomes by {@code ok}, {@code failed} and {@code unknown}
     */
    record Retry(
            Position at,
            Placed<String> action,
            Map<String, Placed<Template>> with,
            Placed<Template> key,
            Limit limit,
            Optional<Approval> approval,
            Optional<CheckAfter> checkAfter,
            Map<String, Placed<String>> outcomes)
            implements Fence {
        public static final String MANUAL = "manual";
        public static final List<String> RESULTS = List.of("ok", "failed", "unknown");

        public Retry {
            with = Map.copyOf(with);
            outcomes = Map.copyOf(outcomes);
        }

        public boolean isManual() {
            return action.value().equals(MANUAL);
        }
    }

    /**
     * How often, and how soon again.
     *
     * @param tries per key within 24 hours, from 1
     * @param waits between the tries: one fewer than they
     */
    record Limit(int tries, List<Duration> waits) {
        public Limit {
            waits = List.copyOf(waits);
        }
    }

    /**
     * A second person's word.
     *
     * @param by an owner
     * @param byAnother whether the responder's own word does not do
     */
    record Approval(Placed<String> by, boolean byAnother) {}

    /** A look at a system some time after a try, which says how it ended. */
    record CheckAfter(Duration after, Probe probe) {}
}
