package dev.handrail.draft;

import dev.handrail.alert.Severity;
import dev.handrail.run.Act;
import dev.handrail.run.Cause;
import dev.handrail.run.Ending;
import dev.handrail.run.IncidentView;
import dev.handrail.run.RunEvent;
import dev.handrail.run.fact.Fix;
import dev.handrail.run.fact.Upshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What the record of an incident says of its failure, as far as a runbook may say it: nobody's name, no time, no secret.
 *
 * @param steps what people did and saw, in order
 * @param fix what it was ended by, in one of few words; empty where nobody said
 * @param ending the same in a sentence; may be empty
 * @param asked what the owner was asked for, in people's words
 */
public record Findings(Failure failure, List<Found> steps, Optional<Fix> fix, String ending, List<String> asked) {
    /** So much is a long night already; what is more is in the record. */
    private static final int MOST_STEPS = 30;

    private static final int MOST_ASKED = 5;

    public Findings {
        steps = List.copyOf(steps);
        asked = List.copyOf(asked);
    }

    /** What failed, as its alerts say it: what is equal in all of them. */
    public record Failure(
            long incident,
            String title,
            Severity severity,
            Map<String, String> labels,
            Map<String, String> annotations) {
        public Failure {
            labels = Map.copyOf(labels);
            annotations = Map.copyOf(annotations);
        }
    }

    /** One thing that somebody did or saw. */
    public record Found(Kind kind, String text) {
        /** What came of it. */
        public enum Kind {
            SEEN,
            HELPED,
            IN_VAIN
        }
    }

    List<Found> of(Found.Kind kind) {
        return steps.stream().filter(step -> step.kind() == kind).toList();
    }

    /** @param redact takes secrets out of a text */
    public static Findings of(IncidentView view, UnaryOperator<String> redact) {
        var reading = new Reading(redact);
        view.timeline().forEach(happened -> reading.read(happened.event()));
        var incident = view.incident();
        var failure = new Failure(
                incident.id().value(),
                redact.apply(incident.title()),
                incident.severity(),
                redacted(view.alerts().labels(), redact),
                redacted(view.alerts().annotations(), redact));
        return new Findings(
                failure,
                reading.steps.stream().limit(MOST_STEPS).toList(),
                reading.fix,
                reading.ending,
                reading.asked.stream().distinct().limit(MOST_ASKED).toList());
    }

    private static Map<String, String> redacted(Map<String, String> texts, UnaryOperator<String> redact) {
        return texts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, text -> redact.apply(text.getValue()), (one, _) -> one, TreeMap::new));
    }

    /** One way through a timeline. */
    private static final class Reading {
        private final UnaryOperator<String> redact;
        private final List<Found> steps = new ArrayList<>();
        private final List<String> asked = new ArrayList<>();
        private Optional<Fix> fix = Optional.empty();
        private String ending = "";

        private Reading(UnaryOperator<String> redact) {
            this.redact = redact;
        }

        private void read(RunEvent event) {
            if (event instanceof Act.NoteAdded note) {
                add(kind(note), note.text());
            } else if (event instanceof RunEvent.Escalated escalated && escalated.cause() == Cause.BY_HAND) {
                asked.add(redact.apply(escalated.reason()));
            } else if (event instanceof RunEvent.Finished finished && finished.ending() != Ending.MERGED) {
                fix = finished.fix();
                ending = redact.apply(finished.note());
            } else if (event instanceof RunEvent.Reopened) {
                reopened();
            }
        }

        private static Found.Kind kind(Act.NoteAdded note) {
            return switch (note.upshot().orElse(Upshot.FOUND_OUT)) {
                case HELPED -> Found.Kind.HELPED;
                case IN_VAIN -> Found.Kind.IN_VAIN;
                case FOUND_OUT -> Found.Kind.SEEN;
            };
        }

        /** What ended it did not end it. */
        private void reopened() {
            if (!ending.isBlank()) {
                add(Found.Kind.IN_VAIN, ending);
            }
            fix = Optional.empty();
            ending = "";
        }

        private void add(Found.Kind kind, String text) {
            if (!text.isBlank()) {
                steps.add(new Found(kind, redact.apply(text)));
            }
        }
    }
}
