package dev.handrail.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.alert.Alert;
import dev.handrail.alert.Fingerprint;
import dev.handrail.platform.Json;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.parse.RunbookParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The alerts of kube-prometheus against the runbooks that were written for them. Skipped where the data is not at hand. */
class CommunityAlertsTest {
    private static final Path DATA = Path.of("../shared/data/runbooks");

    @Test
    void givenTheirRunbookUrls_whenMatched_thenEachIsAsItsAuthorsMeant() throws IOException {
        assertThat(wrong(true)).isEmpty();
    }

    @Test
    void givenOnlyTheirNames_whenMatched_thenEachIsAsItsAuthorsMeant() throws IOException {
        assertThat(wrong(false)).isEmpty();
    }

    private static Map<String, String> wrong(boolean withUrl) throws IOException {
        assumeTrue(Files.isDirectory(DATA));
        var matcher = matcher();
        var wrong = new HashMap<String, String>();
        for (var line : Files.readAllLines(DATA.resolve("alerts.jsonl"))) {
            var json = Json.tree(line);
            var expected = withUrl || json.path("name_equals_stem").asBoolean()
                    ? json.path("expected_runbook").asText("null")
                    : "null";
            var match = matcher.match(alert(json, withUrl));
            var found =
                    match instanceof Match.Matched matched ? matched.runbook().path() : "null";
            if (!found.equals(expected)) {
                wrong.put(json.path("alertname").asText(), found + ", not " + expected + ": " + match.why());
            }
        }
        return wrong;
    }

    private static Alert alert(JsonNode json, boolean withUrl) {
        var labels = new HashMap<String, String>();
        json.path("labels")
                .properties()
                .forEach(entry -> labels.put(entry.getKey(), entry.getValue().asText()));
        labels.put("alertname", json.path("alertname").asText());
        var annotations =
                withUrl ? Map.of("runbook_url", json.path("runbook_url").asText()) : Map.<String, String>of();
        return new Alert(
                "test",
                "group",
                Fingerprint.of(labels),
                Alert.Status.FIRING,
                labels,
                annotations,
                Instant.EPOCH,
                Optional.empty());
    }

    private static Matcher matcher() throws IOException {
        var folder = DATA.resolve("prometheus-operator");
        try (var files = Files.walk(folder)) {
            return new Matcher(files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(file -> runbook(folder, file))
                    .toList());
        }
    }

    private static Runbook runbook(Path folder, Path file) {
        try {
            return RunbookParser.parse(folder.relativize(file).toString(), Files.readString(file))
                    .runbook()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
