package dev.handrail.match.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handrail.alert.Alert;
import dev.handrail.alert.Fingerprint;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.parse.RunbookParser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** All pages judged at once, by the terms that they say, against each page judged by itself, as likeness is defined. */
class LikenessTest {
    private static final Lexicon LEXICON = LexiconFile.read();
    /** Some are near to others of them, some exclude others, some are phrases, one says nothing, and most are known to nobody. */
    private static final List<String> WORDS =
            ("disk filesystem volume storage read write slow stuck full quota limit crash loop out of order pod container "
                            + "node server the payment refund capture erp export banana cherry plum quince medlar sloe")
                    .lines()
                    .flatMap(line -> Stream.of(line.split(" ")))
                    .toList();

    private Random random = new Random(0);

    private String words(int most) {
        return IntStream.range(0, random.nextInt(most + 1))
                .mapToObj(_ -> WORDS.get(random.nextInt(WORDS.size())))
                .collect(Collectors.joining(" "));
    }

    private Runbook runbook(int number) {
        var rule = random.nextBoolean() ? "---\nmatch: ['{alertname=\"%s\"}']\n---\n".formatted(words(3) + " x") : "";
        var text = "%s# %s\n\n## Meaning\n\n%s\n\n## Causes\n\n%s\n\n## Mitigation\n\n1. %s\n2. %s\n"
                .formatted(rule, words(4) + " x", words(8), words(4), words(9) + ".", words(9) + ".");
        return RunbookParser.parse("%s%d.md".formatted(words(2).replace(' ', '-'), number), text)
                .runbook()
                .orElseThrow();
    }

    private Alert alert() {
        return alert(random.nextInt(5) == 0 ? "" : words(4), words(6), words(25));
    }

    private static Alert alert(String name, String summary, String description) {
        var labels = Map.of("alertname", name);
        return new Alert(
                "test",
                "group",
                Fingerprint.of(labels),
                Alert.Status.FIRING,
                labels,
                Map.of("summary", summary, "description", description),
                Instant.EPOCH,
                Optional.empty());
    }

    @Property(tries = 300)
    void whenAnyLibraryIsAsked_thenItAnswersAsIfEachPageWereJudgedByItself(@ForAll long seed) {
        random = new Random(seed);
        var library =
                IntStream.range(0, random.nextInt(60)).mapToObj(this::runbook).toList();
        var index = new TextIndex(library);
        for (int time = 0; time < 5; time++) {
            var alert = alert();
            var most = 1 + random.nextInt(8);
            var wanted = oneByOne(library, Query.of(alert, LEXICON));
            var nearest = index.nearest(alert, most);

            assertThat(nearest).hasSize(Math.min(most, wanted.size()));
            var best =
                    wanted.values().stream().sorted(Collections.reverseOrder()).toList();
            for (int place = 0; place < nearest.size(); place++) {
                var found = nearest.get(place);
                assertThat(found.confidence()).isCloseTo(best.get(place), within(1e-8));
                assertThat(found.confidence())
                        .isCloseTo(wanted.getOrDefault(found.runbook().path(), -1.0), within(1e-8));
            }
        }
    }

    /** Returns the confidence in each runbook that has anything in common with the alert. */
    private static Map<String, Double> oneByOne(List<Runbook> library, Query query) {
        var pages = library.stream().map(runbook -> Page.of(runbook, LEXICON)).toList();
        var confidence = new HashMap<String, Double>();
        for (int at = 0; at < pages.size(); at++) {
            var page = pages.get(at);
            var common = 4.5 * covered(query.name(), pages, term -> onPage(term, page))
                    + 1.5 * covered(query.text(), pages, term -> onPage(term, page))
                    + 5 * named(query, pages, page);
            if (common > 0) {
                var sum = common - 8 - conflicts(query, page);
                confidence.put(library.get(at).path(), 1 / (1 + Math.exp(-sum)));
            }
        }
        return confidence;
    }

    private static double named(Query query, List<Page> pages, Page page) {
        return page.names().stream()
                .mapToDouble(name ->
                        covered(name, pages, term -> Math.max(in(term, query.name()), 0.85 * in(term, query.text()))))
                .max()
                .orElse(0);
    }

    private static double covered(Set<String> terms, List<Page> pages, ToDoubleFunction<String> coverage) {
        var all = terms.stream().mapToDouble(term -> weight(term, pages)).sum();
        var covered = terms.stream()
                .mapToDouble(term -> weight(term, pages) * coverage.applyAsDouble(term))
                .sum();
        return all == 0 ? 0 : covered / all;
    }

    private static double weight(String term, List<Page> pages) {
        var count = pages.stream()
                .filter(page -> page.name().contains(term) || page.context().contains(term))
                .count();
        return Math.log(1 + (pages.size() - count + 0.5) / (count + 0.5));
    }

    private static double onPage(String term, Page page) {
        return Collections.max(
                List.of(in(term, page.name()), 0.6 * in(term, page.context()), 0.3 * in(term, page.body())));
    }

    private static double in(String term, Set<String> terms) {
        return terms.contains(term) ? 1 : Collections.disjoint(LEXICON.near(term), terms) ? 0 : 0.6;
    }

    private static long conflicts(Query query, Page page) {
        return query.name().stream()
                .filter(term -> !page.name().contains(term))
                .flatMap(term -> LEXICON.apart(term).stream())
                .filter(other -> page.name().contains(other) && !query.all().containsKey(other))
                .limit(2)
                .count();
    }

    @Property(tries = 100)
    void whenTwoRunbooksAreEquallyLikely_thenTheyStandByPathWhateverTheOrderOfTheirWords(@ForAll long seed) {
        random = new Random(seed);
        var shared = new ArrayList<>(List.of("banana", "cherry", "plum", "quince", "erp", "export"));
        Collections.shuffle(shared, random);
        var all = String.join(" ", shared);
        var library = new ArrayList<>(List.of(titled("c", "sloe " + all), titled("b", all + " medlar")));
        for (int number = 0; number < 9; number++) {
            var few = String.join(" ", shared.subList(0, random.nextInt(shared.size())));
            library.add(titled("a" + number, few + " payment"));
        }

        var nearest = new TextIndex(library).nearest(alert("sloe " + all + " medlar", "", ""), 2);

        assertThat(nearest).extracting(found -> found.runbook().path()).containsExactly("b.md", "c.md");
        assertThat(nearest.getFirst().confidence()).isEqualTo(nearest.getLast().confidence());
    }

    private static Runbook titled(String path, String title) {
        return RunbookParser.parse(path + ".md", "# " + title + "\n\n## Mitigation\n\n1. Call.\n")
                .runbook()
                .orElseThrow();
    }
}
