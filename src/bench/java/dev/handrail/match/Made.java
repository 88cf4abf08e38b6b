package dev.handrail.match;

import dev.handrail.alert.Alert;
import dev.handrail.alert.Fingerprint;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.parse.RunbookParser;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Runbooks and alerts of which there are as many as one likes, the same ones every time. */
final class Made {
    private static final List<String> SYLLABLES = List.of(
            "ka", "lo", "mi", "ter", "ban", "ru", "sel", "ton", "vi", "gra", "po", "nex", "dul", "ri", "fo", "shan",
            "be", "qui");

    private final Random random = new Random(7);
    private final List<String> words =
            IntStream.range(0, 6000).mapToObj(Made::word).toList();

    private static String word(int number) {
        var word = new StringBuilder();
        for (int rest = number + 30; rest > 0; rest /= SYLLABLES.size()) {
            word.append(SYLLABLES.get(rest % SYLLABLES.size()));
        }
        return word.toString();
    }

    /** Returns a word; a few are frequent and most are rare, as in every language. */
    private String word() {
        return words.get((int) Math.min(words.size() - 1, Math.exp(random.nextDouble() * Math.log(words.size()))));
    }

    private String words(int count) {
        return IntStream.range(0, count).mapToObj(_ -> word()).collect(Collectors.joining(" "));
    }

    static Runbook runbook(int number, String rule) {
        return parsed(
                "r%06d.md".formatted(number), "---\nid: r%06d\nmatch: ['%s']\n---\nText.".formatted(number, rule));
    }

    /** Returns a runbook as long as people write them: a title, a meaning, causes and five steps. */
    Runbook runbook(int number) {
        var steps = IntStream.rangeClosed(1, 5)
                .mapToObj(step -> "%d. %s".formatted(step, words(14)))
                .collect(Collectors.joining("\n"));
        return parsed(
                "%s-%d.md".formatted(word(), number),
                "# %s\n\n## Meaning\n\n%s.\n\n## Causes\n\n%s.\n\n## Mitigation\n\n%s\n"
                        .formatted(words(4), words(40), words(20), steps));
    }

    private static Runbook parsed(String path, String text) {
        return RunbookParser.parse(path, text).runbook().orElseThrow();
    }

    /** Returns an alert that no rule knows: a name of 3 words, a summary of 7, and a description of so many. */
    Alert strange(int described) {
        return alert(Map.of("alertname", words(3)), Map.of("summary", words(7), "description", words(described)));
    }

    /** Returns an alert with the labels that exporters and clusters put on each. */
    static Alert alert(Map<String, String> own) {
        var labels = new HashMap<>(Map.of(
                "cluster", "eu-1",
                "namespace", "shop",
                "instance", "10.2.3.4:9090",
                "job", "orders",
                "pod", "orders-5d9c7bd8f4-x2x9q",
                "severity", "critical"));
        labels.putAll(own);
        return alert(labels, Map.of("summary", "Orders wait", "description", "and do not reach the ERP"));
    }

    private static Alert alert(Map<String, String> labels, Map<String, String> annotations) {
        return new Alert(
                "alertmanager",
                "group",
                Fingerprint.of(labels),
                Alert.Status.FIRING,
                labels,
                annotations,
                Instant.EPOCH,
                Optional.empty());
    }
}
