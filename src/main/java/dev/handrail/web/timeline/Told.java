package dev.handrail.web.timeline;

import dev.handrail.incident.Person;
import dev.handrail.runbook.Revision;
import dev.handrail.runbook.StepId;
import java.util.Optional;

/**
 * An event in words.
 *
 * @param who the person who did it; empty where Handrail did
 * @param what what they did, as the rest of a sentence that begins with them
 * @param attempt which showing of the step, from 1
 * @param note words of a person, a runbook or an alert; may be empty
 */
public record Told(
        Optional<Person> who,
        String what,
        Optional<StepId> step,
        Optional<Integer> attempt,
        Optional<Revision> revision,
        Optional<String> outcome,
        String note) {

    static Told by(Person who, String what) {
        return by(Optional.of(who), what);
    }

    static Told by(Optional<Person> who, String what) {
        return new Told(who, what, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "");
    }

    static Told byHandrail(String what) {
        return by(Optional.empty(), what);
    }

    Told at(StepId where, int showing) {
        return new Told(who, what, Optional.of(where), Optional.of(showing), revision, outcome, note);
    }

    Told at(Optional<StepId> where) {
        return new Told(who, what, where, attempt, revision, outcome, note);
    }

    Told of(Optional<Revision> read) {
        return new Told(who, what, step, attempt, read, outcome, note);
    }

    Told with(String answer) {
        return new Told(who, what, step, attempt, revision, Optional.of(answer), note);
    }

    Told noting(String words) {
        return new Told(who, what, step, attempt, revision, outcome, words);
    }
}
