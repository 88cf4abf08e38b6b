package dev.handrail.run.reception;

import dev.handrail.alert.Alert;
import dev.handrail.incident.alerts.KeptAlert;
import java.util.List;
import java.util.Optional;

/** What is to be placed. */
public sealed interface Delivery {
    List<Alert> alerts();

    /** What a sender sent just now: its payload is to be kept. */
    record Sent(Incoming incoming) implements Delivery {
        @Override
        public List<Alert> alerts() {
            return incoming.alerts();
        }
    }

    /**
     * What a sender sent before.
     *
     * @param payload the number of what is kept of it
     */
    record Kept(Incoming incoming, long payload) implements Delivery {
        @Override
        public List<Alert> alerts() {
            return incoming.alerts();
        }
    }

    /** An alert that was held until now. */
    record Again(KeptAlert held) implements Delivery {
        @Override
        public List<Alert> alerts() {
            return List.of(held.alert());
        }
    }

    static Delivery of(Incoming incoming) {
        return new Sent(incoming);
    }

    static Delivery again(KeptAlert held) {
        return new Again(held);
    }

    /** Returns how much it is to carry while it waits, in alerts. */
    default int weight() {
        return switch (this) {
            case Sent sent -> sent.incoming().weight();
            case Kept kept -> kept.incoming().weight();
            case Again _ -> 1;
        };
    }

    /** Says whether nobody is to be told. One that is held would have told somebody. */
    default boolean isShadow() {
        return switch (this) {
            case Sent sent -> sent.incoming().shadow();
            case Kept kept -> kept.incoming().shadow();
            case Again _ -> false;
        };
    }

    /** Returns why some of it could not be translated. */
    default Optional<String> problem() {
        return switch (this) {
            case Sent sent -> sent.incoming().problem();
            case Kept kept -> kept.incoming().problem();
            case Again _ -> Optional.empty();
        };
    }
}
