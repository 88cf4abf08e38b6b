package dev.handrail.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.alert.Alert;
import dev.handrail.alert.Fingerprint;
import dev.handrail.ownership.CatalogueReader;
import dev.handrail.platform.Json;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.library.Library;
import dev.handrail.runbook.parse.RunbookParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
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
        var library = library();
        var wrong = new HashMap<String, String>();
        for (var line : Files.readAllLines(DATA.resolve("alerts.jsonl"))) {
            var json = Json.tree(line);
            var expected = withUrl || json.path("name_equals_stem").asBoolean()
                    ? json.path("expected_runbook").asText("null")
                    : "null";
            var match = Matcher.match(alert(json, withUrl), library);
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

    private static Library library() throws IOException {
        var folder = DATA.resolve("prometheus-operator");
        var catalogue = CatalogueReader.read(
                        "default: a\nowners: {a: {contacts: [{slack_user: U01}]}}", "default_channel: '#a'")
                .catalogue()
                .orElseThrow();
        try (var files = Files.walk(folder)) {
            var runbooks = files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(file -> runbook(folder, file))
                    .toList();
            return new Library(catalogue, runbooks, List.of());
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
