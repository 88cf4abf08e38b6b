package dev.handrail.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.incident.IncidentId;
import dev.handrail.platform.Json;
import dev.handrail.simulator.api.Budgets;
import dev.handrail.slack.HandrailFixture;
import dev.handrail.slack.http.Signed;
import dev.handrail.slack.press.SentenceModal;
import dev.handrail.slack.press.Verb;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A library that no menu of Slack has room for: whoever needs the 140th of 150 runbooks finds it by typing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchStoryTest {
    private static final int RUNBOOKS = 150;

    private final Map<Wire, HandrailFixture> running = new EnumMap<>(Wire.class);
    private Map<String, Object> settings = Map.of();

    enum Wire {
        HTTP,
        SOCKETS
    }

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        library(folder);
        settings = Map.of("handrail.runbooks", folder.toString());
    }

    private HandrailFixture on(Wire wire) {
        return running.computeIfAbsent(wire, _ -> switch (wire) {
            case HTTP -> new HandrailFixture(Budgets.unlimited(), settings);
            case SOCKETS -> HandrailFixture.overSockets(settings);
        });
    }

    @AfterAll
    void stop() {
        running.values().forEach(HandrailFixture::close);
    }

    private static void library(Path folder) throws IOException {
        Files.writeString(folder.resolve("owners.yml"), """
                default: team
                owners:
                  team: {name: Team, contacts: [{slack_user: U01ANA}]}
                """);
        Files.writeString(folder.resolve("flows.yml"), """
                default_channel: "#order-flows"
                flows:
                  feeds: {name: Feeds, source: Partners, target: Shop, owner: team}
                """);
        for (int number = 1; number <= RUNBOOKS; number++) {
            Files.writeString(folder.resolve("feed-%03d.md".formatted(number)), """
                    ---
                    match:
                      - alertname="FeedLate%1$d"
                    ---
                    # Feed %1$03d is late

                    ## Diagnosis
                    1. Is the file of feed %1$d there?
                       - Yes → resolved
                       - No → escalate "the file is missing"
                    """.formatted(number));
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenMoreRunbooksThanAMenuHolds_whenOneIsSearchedAndPicked_thenTheRunGoesOnWithIt(Wire wire) {
        var handrail = on(wire);
        if (wire == Wire.SOCKETS) {
            handrail.slack.await(
                    "two sockets",
                    () -> handrail.slack
                                    .call("sockets", Map.of())
                                    .path("sockets")
                                    .size()
                            == 2);
        }
        var id = handrail.fires("FeedLate7", Map.of("flow", "feeds"));
        var card = handrail.slack.as("U01ANA").inChannel("#order-flows").root("Feed 007 is late");
        card.click("I'm on it");
        card.expect("ana, since").click("Wrong runbook…");
        var form = handrail.slack.as("U01ANA").modal();
        var before = rows(handrail);

        assertThat(form.view().findValuesAsText("type")).contains("external_select");
        var first = form.search(SentenceModal.CHOICE, "");
        assertThat(first).hasSize(100).doesNotContain("Feed 140 is late");
        assertThat(form.search(SentenceModal.CHOICE, "nothing like it")).isEmpty();
        assertThat(form.search(SentenceModal.CHOICE, "14")).contains("Feed 014 is late", "Feed 140 is late");
        assertThat(form.search(SentenceModal.CHOICE, "feed 140")).first().isEqualTo("Feed 140 is late");
        assertThat(rows(handrail)).isEqualTo(before);

        form.submit(Map.of(SentenceModal.CHOICE, "Feed 140 is late", SentenceModal.FIELD, "The alert is mislabelled"));
        card.expectReply("Is the file of feed 140 there?");
        assertThat(handrail.view(id).plan().book().orElseThrow().id()).isEqualTo("feed-140");
    }

    private static long rows(HandrailFixture handrail) {
        var source = DelegatingDataSource.unwrapDataSource(handrail.bean(DataSource.class));
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery("select count(*) from inbox")) {
            return result.next() ? result.getLong(1) : -1;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void givenIncidents_whenTheOneToMergeIntoIsSearched_thenItIsFoundByNumberTitleAndLabel() {
        var handrail = on(Wire.HTTP);
        var from = handrail.fires("FeedLate21", Map.of("flow", "feeds"));
        var into = handrail.fires("FeedLate22", Map.of("flow", "feeds", "partner", "acme"));

        for (var words : List.of(into.toString(), "Feed 022", "acme")) {
            assertThat(offered(handrail, asking(Verb.MERGE, from, words, "T01LOCAL")))
                    .as(words)
                    .first()
                    .isEqualTo(Long.toString(into.value()));
        }
        assertThat(offered(handrail, asking(Verb.MERGE, from, from.toString(), "T01LOCAL")))
                .doesNotContain(Long.toString(from.value()));
    }

    @Test
    void givenQuestionsThatCannotBeAnswered_whenTheyCome_thenTheListIsEmptyAndNothingIsKept() {
        var handrail = on(Wire.HTTP);
        var id = handrail.fires("FeedLate31", Map.of("flow", "feeds"));
        var before = rows(handrail);

        assertThat(offered(handrail, asking(Verb.WRONG_RUNBOOK, new IncidentId(999_999), "", "T01LOCAL")))
                .as("an incident that is not there")
                .isEmpty();
        assertThat(offered(handrail, asking(Verb.SEVERITY, id, "", "T01LOCAL")))
                .as("a form that offers the same always")
                .isEmpty();
        assertThat(offered(handrail, asking(Verb.WRONG_RUNBOOK, id, "", "T02OTHER")))
                .as("somebody of another workspace, whom owners.yml does not name")
                .isEmpty();
        assertThat(offered(handrail, "{\"type\":\"block_suggestion\",\"view\":{\"callback_id\":\"made_up\"}}"))
                .as("a form that is not ours")
                .isEmpty();
        assertThat(offered(handrail, asking(Verb.WRONG_RUNBOOK, id, "x".repeat(5000), "T01LOCAL")))
                .as("more than anybody types")
                .isEmpty();
        assertThat(rows(handrail)).isEqualTo(before);
    }

    @Test
    void givenAForgedOrALateQuestion_whenItComes_thenItIsRefused() {
        var handrail = on(Wire.HTTP);
        var signed = new Signed(handrail);
        var body = "payload="
                + URLEncoder.encode(
                        asking(Verb.WRONG_RUNBOOK, new IncidentId(1), "", "T01LOCAL"), StandardCharsets.UTF_8);

        assertThat(signed.post(body, "another-secret").statusCode()).isEqualTo(401);
        assertThat(signed.post(body, HandrailFixture.SECRET, Instant.now().minusSeconds(301))
                        .statusCode())
                .isEqualTo(401);
        assertThat(signed.interaction("{\"type\":\"block_suggestion\",\"user\":{\"id\":\"U02BEN\"},"
                                + "\"view\":{\"callback_id\":\"wrong_runbook\",\"private_metadata\":\"{\"}}")
                        .statusCode())
                .isEqualTo(400);
    }

    private static List<String> offered(HandrailFixture handrail, String payload) {
        var answer = new Signed(handrail).interaction(payload);
        assertThat(answer.statusCode()).isEqualTo(200);
        var options = Json.tree(answer.body()).path("options");
        assertThat(options.isArray()).isTrue();
        return options.findValuesAsText("value");
    }

    private static String asking(Verb verb, IncidentId id, String words, String team) {
        var memory = Json.write(new SentenceModal.Memory(Long.toString(id.value()), "C01ORDERS", ""));
        return Json.write(Map.of(
                "type",
                "block_suggestion",
                "team",
                Map.of("id", "T01LOCAL"),
                "user",
                Map.of("id", "U02BEN", "name", "ben", "team_id", team),
                "block_id",
                SentenceModal.CHOICE,
                "action_id",
                SentenceModal.CHOICE,
                "value",
                words,
                "view",
                Map.of("callback_id", verb.id(), "private_metadata", memory)));
    }
}
