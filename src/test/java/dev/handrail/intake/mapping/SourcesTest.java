package dev.handrail.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.alert.Alert;
import dev.handrail.intake.translate.Request;
import dev.handrail.intake.translate.Sent;
import dev.handrail.intake.translate.Translated;
import dev.handrail.platform.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every source on payloads of the shapes that its sender documents, written by hand: {@code sources/NAME.json} has them by
 * name, and {@code golden/sources.txt} what is made of them ({@code -Dgolden=write} writes it anew, for a person to read).
 */
class SourcesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T02:14:00Z");
    private static final Path CASES = Path.of("src/test/resources/sources");
    private static final Path GOLDEN = Path.of("src/test/resources/golden/sources.txt");
    private static final Path SAMPLES = Path.of("../shared/data/payloads");

    private static final Translations BUILT_IN = Translations.builtIn();

    static Set<String> sources() {
        return BUILT_IN.sources();
    }

    @Test
    void givenThePayloadsOfEachSource_whenTranslated_thenTheyComeOutAsAPersonHasRead() throws IOException {
        var lines = new ArrayList<String>();
        for (var source : sources()) {
            cases(source).forEach((name, translated) -> lines.addAll(lines(source + " | " + name, translated)));
        }
        if ("write".equals(System.getProperty("golden"))) {
            Files.write(GOLDEN, lines);
        }
        assertThat(lines).containsExactlyElementsOf(Files.readAllLines(GOLDEN));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void givenOneStoryInSeveralPayloads_whenTranslated_thenItsFingerprintStaysTheSame(String source)
            throws IOException {
        var byStory = new HashMap<String, Set<String>>();
        cases(source).forEach((name, translated) -> {
            if (name.contains(".")) {
                byStory.computeIfAbsent(name.substring(0, name.indexOf('.')), _ -> new HashSet<>())
                        .addAll(translated.alerts().stream()
                                .map(alert -> alert.fingerprint().value())
                                .toList());
            }
        });

        assertThat(byStory)
                .allSatisfy((story, fingerprints) ->
                        assertThat(fingerprints).as(story).hasSize(1));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void givenPayloadsWithSecretsAndPeople_whenTranslated_thenNoAlertHasThem(String source) throws IOException {
        cases(source)
                .values()
                .forEach(translated -> assertThat(translated.alerts())
                        .allSatisfy(alert -> assertThat(alert.labels() + " " + alert.annotations())
                                .doesNotContain(
                                        "a@example.com",
                                        "R0123456789",
                                        "c2lnbmF0dXJl",
                                        "Authorization",
                                        "7777",
                                        "basic_auth")));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void givenTheSamplesOfRealSenders_whenTranslated_thenEachGivesAnAlertOrSaysWhyNot(String source)
            throws IOException {
        assumeTrue(
                Files.isDirectory(SAMPLES.resolve(source)), "no sample payloads of " + source + " beside the checkout");
        try (var files = Files.list(SAMPLES.resolve(source))) {
            for (var file : files.toList()) {
                var translated = translate(source, Json.tree(Files.readAllBytes(file)), Map.of());
                assertThat(translated.problems()).as(file.toString()).isEmpty();
                assertThat(translated.alerts().size() + translated.passedOver().size())
                        .as(file.toString())
                        .isPositive();
                assertThat(translated.alerts())
                        .as(file.toString())
                        .allSatisfy(alert -> assertThat(alert.name()).isPresent());
            }
        }
    }

    private static Map<String, Translated> cases(String source) throws IOException {
        var cases = new TreeMap<String, Translated>();
        Json.tree(Files.readAllBytes(CASES.resolve(source + ".json")))
                .properties()
                .forEach(entry -> {
                    var headers = new HashMap<String, String>();
                    entry.getValue()
                            .path("headers")
                            .properties()
                            .forEach(header -> headers.put(
                                    header.getKey(), header.getValue().asText()));
                    cases.put(entry.getKey(), translate(source, entry.getValue().path("body"), headers));
                });
        return cases;
    }

    private static Translated translate(String source, JsonNode body, Map<String, String> headers) {
        return BUILT_IN.named(source).orElseThrow().translate(new Sent(body, headers, NOW));
    }

    private static List<String> lines(String start, Translated translated) {
        var lines = new ArrayList<String>();
        translated.alerts().forEach(alert -> lines.add(start + " -> " + line(alert)));
        translated.passedOver().forEach(why -> lines.add(start + " -> no alert: " + why));
        translated.problems().forEach(problem -> lines.add(start + " -> PROBLEM " + problem));
        translated
                .request()
                .ifPresent(request -> lines.add(start + " -> "
                        + switch (request) {
                            case Request.Answer answer -> "answers " + answer.body();
                            case Request.Confirmation confirmation -> "confirms " + confirmation.address();
                        }));
        return lines;
    }

    private static String line(Alert alert) {
        var labels = new TreeMap<>(alert.labels());
        labels.remove(Alert.NAME_LABEL);
        var ignored = alert.annotation(Alert.UNMATCHED_ANNOTATION).isPresent() ? " (ignored without a runbook)" : "";
        return "%s '%s'%s #%s %s%s %s"
                .formatted(
                        alert.status(),
                        alert.name().orElse(""),
                        ignored,
                        alert.fingerprint().value().length() == 64
                                ? alert.fingerprint().value().substring(0, 8) + "..."
                                : alert.fingerprint().value(),
                        alert.startsAt(),
                        alert.endsAt().map(end -> " to " + end).orElse(""),
                        labels);
    }
}
