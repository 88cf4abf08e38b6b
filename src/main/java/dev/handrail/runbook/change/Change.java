package dev.handrail.runbook.change;

/** One difference between two revisions of a walk. A step is named by its place: in the newer revision where it is there. */
public sealed interface Change {
    /** Returns the change as a clause: {@code new outcome “Exported late” in step 4}. */
    String words();

    record StepAdded(int place, String title) implements Change {
        @Override
        public String words() {
            return "new step %d “%s”".formatted(place, title);
        }
    }

    /** @param place in the older revision */
    record StepRemoved(int place, String title) implements Change {
        @Override
        public String words() {
            return "step %d “%s” removed".formatted(place, title);
        }
    }

    record StepRetitled(int place, String before, String now) implements Change {
        @Override
        public String words() {
            return "step %d “%s” is now called “%s”".formatted(place, before, now);
        }
    }

    record StepReworded(int place) implements Change {
        @Override
        public String words() {
            return "step %d reworded".formatted(place);
        }
    }

    record OutcomeAdded(int place, String label) implements Change {
        @Override
        public String words() {
            return "new outcome “%s” in step %d".formatted(label, place);
        }
    }

    record OutcomeRemoved(int place, String label) implements Change {
        @Override
        public String words() {
            return "outcome “%s” of step %d removed".formatted(label, place);
        }
    }

    record OutcomeRedirected(int place, String label) implements Change {
        @Override
        public String words() {
            return "outcome “%s” of step %d leads elsewhere".formatted(label, place);
        }
    }

    record LimitChanged(int place, int before, int now) implements Change {
        @Override
        public String words() {
            return "limit of step %d: %d -> %d".formatted(place, before, now);
        }
    }

    /** What it does, how its tries are counted, or how long it waits between them. */
    record RetryChanged(int place) implements Change {
        @Override
        public String words() {
            return "the retry of step %d changed".formatted(place);
        }
    }

    record RetryAdded(int place) implements Change {
        @Override
        public String words() {
            return "step %d is now a retry".formatted(place);
        }
    }

    record RetryRemoved(int place) implements Change {
        @Override
        public String words() {
            return "step %d is no longer a retry".formatted(place);
        }
    }

    /** The steps that are in both stand in another order. */
    record Reordered() implements Change {
        @Override
        public String words() {
            return "the steps stand in another order";
        }
    }
}
