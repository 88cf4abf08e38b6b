package dev.handrail.slack.suggest;

import dev.handrail.run.IncidentView;
import dev.handrail.runbook.Runbook;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is offered for what was typed, the best first. A name that has all the words in it goes before a text that reads like them:
 * whoever types a name looks for that name, and half a word is no word that a search knows. Pure.
 */
final class Ranking {
    private static final int NOT = Integer.MAX_VALUE;

    private Ranking() {}

    /**
     * Returns what is offered of runbooks.
     *
     * @param all in the order in which they are offered before anything is typed
     * @param found those whose text reads like the words, the likeliest first
     */
    static List<Runbook> runbooks(List<Runbook> all, List<Runbook> found, Typed typed) {
        if (typed.isNothing()) {
            return all;
        }
        var named =
                all.stream().filter(runbook -> typed.isIn(Stream.of(runbook.title(), runbook.id(), runbook.path())));
        var best = Stream.concat(found.stream(), all.stream()).distinct().toList();
        var places = places(best);
        return Stream.concat(
                        named.sorted(Comparator.comparingInt(places::get)),
                        found.stream().filter(all::contains))
                .distinct()
                .toList();
    }

    private static Map<Runbook, Integer> places(List<Runbook> runbooks) {
        return Stream.iterate(0, at -> at < runbooks.size(), at -> at + 1)
                .collect(Collectors.toMap(runbooks::get, at -> at));
    }

    /**
     * Returns what is offered of incidents: by their numbers, then by title and flow, then by labels.
     *
     * @param all in the order in which they are offered before anything is typed
     */
    static List<IncidentView> incidents(List<IncidentView> all, Typed typed) {
        if (typed.isNothing()) {
            return all;
        }
        ToIntFunction<IncidentView> rank = view -> rank(view, typed);
        return all.stream()
                .filter(view -> rank.applyAsInt(view) < NOT)
                .sorted(Comparator.comparingInt(rank))
                .toList();
    }

    private static int rank(IncidentView view, Typed typed) {
        var number = view.incident().id().value();
        if (typed.begins(number)) {
            return Long.toString(number).equals(typed.words().getFirst()) ? 0 : 1;
        }
        if (typed.isIn(names(view))) {
            return 2;
        }
        return typed.isIn(Stream.concat(names(view), view.alerts().labels().values().stream())) ? 3 : NOT;
    }

    private static Stream<String> names(IncidentView view) {
        var incident = view.incident();
        return Stream.concat(Stream.of(incident.title(), incident.id().toString()), incident.flow().stream());
    }
}
