package dev.handrail.cli.match;

import dev.handrail.match.Matcher;
import dev.handrail.match.NearMisses;
import dev.handrail.match.Rungs;
import dev.handrail.runbook.Runbook;
import java.util.List;

/** A library that is asked. */
public final class Matching {
    private final Rungs rungs;
    private final Matcher matcher;
    private final NearMisses misses;

    public Matching(List<Runbook> runbooks, Rungs rungs) {
        this.rungs = rungs;
        this.matcher = new Matcher(runbooks, rungs);
        this.misses = new NearMisses(runbooks);
    }

    /** Answers with everything that an author wants to know of one alert. */
    public Answer explain(Question question) {
        var answer = answer(question);
        return new Answer(
                question, answer.match(), answer.nearest(), misses.of(question.alert(), answer.match()), rungs);
    }

    /** Answers without the runbooks that were nearly it: those take a look at every rule. */
    public Answer answer(Question question) {
        var nearest = matcher.nearest(question.alert());
        return new Answer(question, matcher.match(question.alert(), nearest), nearest, List.of(), rungs);
    }
}
