package dev.handrail.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.platform.Database;
import dev.handrail.platform.Json;
import dev.handrail.platform.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A source that falls silent is an alert like any other. */
@Waiting
class SilenceTest {
    private static final String ALERT = TestAlert.firing("OrderExportStalled", TestAlert.ORDER);

    @TempDir
    Path sources;

    @ParameterizedTest
    @EnumSource(Database.class)
    void givenASourceThatFallsSilent_thenItsOwnerIsPagedUntilItIsHeardAgain(Database database) throws IOException {
        Files.writeString(sources.resolve("shop.yml"), "extends: alertmanager\nstale_after: 1h\nowner: finance\n");
        var rows = database.fresh();
        Map<String, Object> settings = Map.of("handrail.sources", sources.toString());
        try (var handrail = RunningHandrail.with(rows, settings)) {
            heard(handrail);
            handrail.passes(Duration.ofMinutes(61));
            await("the silence to be noticed", () -> silence(handrail).isPresent());
            assertThat(silence(handrail).orElseThrow().path("status").asText()).isEqualTo("firing");
            assertThat(handrail.incident(2).path("title").asText()).contains("SourceSilent");
            assertThat(handrail.incident(2).path("owner").asText()).isEqualTo("Finance operations");
            heard(handrail);
            await("it to be over", () -> status(handrail).equals("resolved"));
        }
        try (var handrail = RunningHandrail.with(rows, settings)) {
            handrail.passes(Duration.ofHours(3));
            await(
                    "the silence to be noticed after a restart",
                    () -> status(handrail).equals("firing"));
        }
    }

    private static void heard(RunningHandrail handrail) {
        var answer = handrail.api().post("/v1/alerts/shop", RunningHandrail.ALERT_TOKEN, ALERT);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    private static void await(String what, Callable<Boolean> wanted) {
        Awaitility.await(what).atMost(Duration.ofSeconds(30)).until(wanted);
    }

    private static String status(RunningHandrail handrail) {
        return silence(handrail).map(alert -> alert.path("status").asText()).orElse("");
    }

    private static Optional<JsonNode> silence(RunningHandrail handrail) {
        var alerts = Json.tree(handrail.api()
                .get("/v1/alerts?limit=10", RunningHandrail.API_TOKEN)
                .body());
        return StreamSupport.stream(alerts.spliterator(), false)
                .filter(alert -> alert.path("alertname").asText().equals("SourceSilent"))
                .findFirst();
    }
}
