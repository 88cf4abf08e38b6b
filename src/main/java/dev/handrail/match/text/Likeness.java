package dev.handrail.match.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** How alike an alert and a runbook are. */
final class Likeness {
    private final Map<String, Integer> frequency = new HashMap<>();
    private final int size;
    private final Lexicon lexicon;

    Likeness(List<Page> pages, Lexicon lexicon) {
        this.size = pages.size();
        this.lexicon = lexicon;
        for (var page : pages) {
            Stream.of(page.name(), page.context())
                    .flatMap(Collection::stream)
                    .distinct()
                    .forEach(t -> frequency.merge(t, 1, Integer::sum));
        }
    }

    double weight(String term) {
        var df = frequency.getOrDefault(term, 0);
        return Math.log(1 + (size - df + 0.5) / (df + 0.5));
    }

    private double in(String term, Set<String> terms) {
        if (terms.contains(term)) return 1;
        for (var n : lexicon.near(term)) if (terms.contains(n)) return 0.6;
        return 0;
    }

    private double onPage(String term, Page page) {
        return Math.max(in(term, page.name()), Math.max(0.6 * in(term, page.context()), 0.3 * in(term, page.body())));
    }

    double[] features(Query query, Page page) {
        double a = 0, A = 0;
        for (var t : query.name()) {
            A += weight(t);
            a += weight(t) * onPage(t, page);
        }
        double b = 0, B = 0;
        for (var t : query.text()) {
            B += weight(t);
            b += weight(t) * onPage(t, page);
        }
        double c = 0, C = 0;
        for (var t : page.name()) {
            C += weight(t);
            c += weight(t) * Math.max(in(t, query.name()), 0.8 * in(t, query.text()));
        }
        int conflicts = 0;
        var all = query.all();
        for (var t : query.name())
            for (var o : lexicon.apart(t))
                if (!o.equals(t) && page.name().contains(o) && !page.name().contains(t) && !all.contains(o))
                    conflicts++;
        return new double[] {A == 0 ? 0 : a / A, B == 0 ? 0 : b / B, C == 0 ? 0 : c / C, conflicts};
    }

    Suggestion of(Query query, Page page) {
        var f = features(query, page);
        var score = (0.45 * f[0] + 0.2 * f[1] + 0.35 * f[2]) * Math.pow(0.7, f[3]);
        return new Suggestion(page.runbook(), score, "shares " + String.join(", ", shared(query, page)));
    }

    private List<String> shared(Query query, Page page) {
        return query.all().stream()
                .filter(term -> page.name().contains(term) || page.context().contains(term))
                .sorted(Comparator.comparingDouble(this::weight).reversed().thenComparing(Comparator.naturalOrder()))
                .limit(4)
                .toList();
    }
}
