package dev.handrail.run.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.handrail.alert.Alert;
import dev.handrail.alert.Fingerprint;
import dev.handrail.match.Match;
import dev.handrail.match.Matcher;
import dev.handrail.platform.Json;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.Step;
import dev.handrail.runbook.library.Library;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The alerting rules that ship beside the runbooks: Prometheus takes them, and each gives its runbook what it needs. */
class ShippedAlertsTest {
    private static final Path FOLDER = Path.of("runbooks/alerts");
    private static final Path PROMTOOL = Path.of("/usr/bin/promtool");
    private static final Library LIBRARY = ShippedRunbooksTest.library();
    private static final Matcher MATCHER = new Matcher(LIBRARY.runbooks());

    /** Prometheus keeps the labels that the expression groups by, and those that it is told to make. */
    private static final Pattern GROUPED = Pattern.compile("by \\(([^)]*)\\)");

    private static final Pattern MADE =
            Pattern.compile("label_replace\\(.*?,\\s+\"(\\w+)\",\\s+\"\\$1\"", Pattern.DOTALL);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{ *(\\w+) *}}");

    record Rule(String name, Map<String, String> labels, Map<String, String> annotations) {
        @Override
        public String toString() {
            return name;
        }

        String runbook() {
            return annotations.getOrDefault("runbook_url", "").replaceFirst(".*/", "");
        }
    }

    private static List<Rule> rules() throws IOException {
        var rules = new ArrayList<Rule>();
        for (var file : files(FOLDER)) {
            var groups = list(
                    map(new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file))), "groups");
            for (var group : groups) {
                list(map(group), "rules").forEach(rule -> rules.add(rule(map(rule))));
            }
        }
        return rules;
    }

    private static Rule rule(Map<String, Object> rule) {
        var labels = new HashMap<>(texts(rule, "labels"));
        var expression = rule.get("expr") + "";
        var grouped = GROUPED.matcher(expression);
        if (grouped.find()) {
            for (var name : grouped.group(1).split(", *")) {
                labels.putIfAbsent(name, "a-value");
            }
        }
        MADE.matcher(expression).results().forEach(made -> labels.putIfAbsent(made.group(1), "a-value"));
        labels.put("alertname", rule.get("alert") + "");
        return new Rule(rule.get("alert") + "", Map.copyOf(labels), texts(rule, "annotations"));
    }

    @Test
    void givenTheRules_thenPrometheusTakesThem() throws Exception {
        expectInstalled();

        assertThat(promtool("check", FOLDER)).doesNotContain("FAILED").contains("SUCCESS");
    }

    @Test
    void givenTheTestsOfTheRules_thenTheyPass() throws Exception {
        expectInstalled();

        assertThat(promtool("test", FOLDER.resolve("tests")))
                .doesNotContain("FAILED")
                .contains("SUCCESS");
    }

    @Test
    void givenTheFlows_thenEachAlertOfARunbookHasARuleAndEachRuleAFlow() throws IOException {
        var named = new TreeSet<String>();
        for (var flow : LIBRARY.catalogue().flows().values()) {
            for (var mode : flow.failureModes()) {
                mode.runbook().flatMap(_ -> mode.alert()).ifPresent(alert -> named.add(alert + " of " + flow.id()));
            }
        }

        assertThat(rules())
                .extracting(rule -> rule.name() + " of " + rule.labels().get("flow"))
                .containsExactlyInAnyOrderElementsOf(named);
    }

    @Test
    void givenTheRunbooks_thenEachAlertThatTheyMatchByNameHasARule() throws IOException {
        var names = rules().stream().map(Rule::name).toList();
        for (var runbook : LIBRARY.runbooks()) {
            var text = Files.readString(Path.of("runbooks").resolve(runbook.path()));
            var matched = Pattern.compile("^  - alertname=\"(\\w+)\"", Pattern.MULTILINE)
                    .matcher(text)
                    .results()
                    .map(item -> item.group(1))
                    .toList();

            assertThat(matched).as(runbook.path()).isNotEmpty();
            assertThat(names).as(runbook.path()).containsAll(matched);
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void givenARule_whenItsAlertFires_thenItsLabelsAloneChooseItsRunbookAndItHasWhatItFillsIn(Rule rule) {
        var match = MATCHER.match(alert(rule.labels(), Map.of()));

        assertThat(match).isInstanceOfSatisfying(Match.Matched.class, matched -> {
            var runbook = matched.runbook();
            assertThat(runbook.path()).isEqualTo(rule.runbook());
            assertThat(rule.labels().keySet())
                    .containsAll(runbook.policy().grouping().by());
            assertThat(supplied(rule)).containsAll(placeholders(runbook));
        });
        assertThat(rule.annotations()).containsKeys("summary", "description", "runbook_url");
    }

    @Test
    void givenTheRegressionFile_thenEachLineIsDecidedAsItSaysAndEachRuleHasOne() throws IOException {
        var alerts = new HashSet<String>();
        for (var line : Files.readAllLines(FOLDER.resolve("regression.jsonl"))) {
            var json = Json.tree(line);
            var name = json.path("alertname").asText();
            var labels = new HashMap<String, String>();
            json.path("labels")
                    .properties()
                    .forEach(
                            label -> labels.put(label.getKey(), label.getValue().asText()));
            labels.put("alertname", name);
            var annotations = new HashMap<String, String>();
            json.path("annotations")
                    .properties()
                    .forEach(text ->
                            annotations.put(text.getKey(), text.getValue().asText()));
            var found = MATCHER.match(alert(labels, annotations)) instanceof Match.Matched matched
                    ? matched.runbook().path()
                    : "null";

            assertThat(found).as(name).isEqualTo(json.path("expected_runbook").asText());
            alerts.add(name);
        }

        assertThat(alerts).containsAll(rules().stream().map(Rule::name).toList());
        assertThat(alerts).hasSizeGreaterThan(rules().size());
    }

    private static Set<String> supplied(Rule rule) {
        var names = new HashSet<>(rule.labels().keySet());
        names.addAll(rule.annotations().keySet());
        return names;
    }

    private static Set<String> placeholders(Runbook runbook) {
        var names = new TreeSet<String>();
        runbook.walk().steps().stream()
                .map(Step::retry)
                .flatMap(Optional::stream)
                .forEach(retry ->
                        PLACEHOLDER.matcher(retry.key()).results().forEach(found -> names.add(found.group(1))));
        return names;
    }

    private static Alert alert(Map<String, String> labels, Map<String, String> annotations) {
        return new Alert(
                "test",
                "g",
                Fingerprint.of(labels),
                Alert.Status.FIRING,
                labels,
                annotations,
                Instant.EPOCH,
                Optional.empty());
    }

    /** A machine without the package may skip this; the machine that decides whether a change lands may not. */
    private static void expectInstalled() {
        var installed = Files.isExecutable(PROMTOOL);
        if ("true".equals(System.getenv("CI"))) {
            assertThat(installed).as("prometheus is installed; see .ci/run").isTrue();
        }
        assumeTrue(installed, "skipped: install Debian's prometheus to run it");
    }

    private static String promtool(String verb, Path folder) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(PROMTOOL.toString(), verb, "rules"));
        files(folder).forEach(file -> command.add(file.toAbsolutePath().toString()));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yml"))
                    .sorted()
                    .toList();
        }
    }

    private static List<?> list(Map<String, Object> map, String key) {
        return map.get(key) instanceof List<?> list ? list : List.of();
    }

    private static Map<String, String> texts(Map<String, Object> map, String key) {
        var texts = new HashMap<String, String>();
        map(map.get(key)).forEach((name, value) -> texts.put(name, value + ""));
        return texts;
    }

    private static Map<String, Object> map(@Nullable Object any) {
        var map = new HashMap<String, Object>();
        if (any instanceof Map<?, ?> given) {
            given.forEach((key, value) -> map.put(key + "", value));
        }
        return map;
    }
}
