package dev.handrail.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.platform.Database;
import dev.handrail.platform.Json;
import dev.handrail.platform.Waiting;
import dev.handrail.runbook.git.Origin;
import dev.handrail.simulator.SlackChannel;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Authors push to a git repository; Handrail takes what is good, and tells the owners of what is not. */
@Waiting
class ChangeStoryTest {
    private static final String SECRET = "a-secret-that-the-git-host-signs-with";
    private static final String GOOD = "---\nowner: payments\n---\n# Refund stuck\n\nLook at the queue.\n";
    private static final String BROKEN = "---\nowner: paymnts\n---\n# Refund stuck\n\nLook at both queues.\n";

    @TempDir
    private Path temp;

    private Map<String, Object> git(Origin origin) {
        return new HashMap<>(Map.of(
                "handrail.runbooks",
                "",
                "handrail.runbooks-git",
                origin.url(),
                "handrail.runbooks-branch",
                "main",
                "handrail.runbooks-poll",
                "1h",
                "handrail.runbooks-webhook-secret",
                SECRET,
                "handrail.data",
                temp.resolve("data").toString()));
    }

    private static SlackChannel messagesToBen(RunningHandrail handrail) {
        return handrail.slack().as("U02BEN").inDirectMessages();
    }

    private static JsonNode runbook(RunningHandrail handrail, String id) {
        return Json.tree(handrail.api()
                .get("/v1/runbooks/" + id, RunningHandrail.API_TOKEN)
                .body());
    }

    private static void refresh(RunningHandrail handrail) {
        var answer = handrail.api().post("/v1/runbooks/refresh", RunningHandrail.API_TOKEN, "{}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    @ParameterizedTest
    @EnumSource
    void givenABrokenCommit_whenItIsPushed_thenTheLastGoodOneStaysAndTheOwnerIsToldOnceUntilItIsMended(
            Database database) {
        try (var origin = Origin.in(temp.resolve("origin"))) {
            origin.write("refund-stuck.md", GOOD).commit("refunds: first runbook");
            var stored = database.fresh();
            try (var handrail = RunningHandrail.with(stored, git(origin))) {
                var revision =
                        runbook(handrail, "refund-stuck").path("revision").asText();
                var broken = origin.write("refund-stuck.md", BROKEN).commit("refunds: both queues");
                refresh(handrail);

                var told = messagesToBen(handrail).message("refund-stuck.md");
                assertThat(told.readable())
                        .contains(
                                "line 2", "unknown-owner", "'paymnts'", "payments", "last good revision stays in use");
                assertThat(runbook(handrail, "refund-stuck").path("revision").asText())
                        .isEqualTo(revision);
                assertThat(runbook(handrail, "refund-stuck")
                                .path("last_good_in_use")
                                .asBoolean())
                        .isTrue();
                assertThat(handrail.api()
                                .get("/health", RunningHandrail.API_TOKEN)
                                .body())
                        .contains("\"state\":\"degraded\"", broken, "refund-stuck.md:2 unknown-owner")
                        .doesNotContain("paymnts", SECRET);
                assertThat(handrail.api().get("/health", "").body()).isEqualTo("{\"status\":\"UP\"}");

                origin.write("refund-stuck.md", GOOD.replace("the queue", "both queues"))
                        .commit("refunds: mend the owner");
                refresh(handrail);

                messagesToBen(handrail).message("Mended");
                assertThat(messagesToBen(handrail).messages()).hasSize(1);
                assertThat(runbook(handrail, "refund-stuck")
                                .path("last_good_in_use")
                                .asBoolean())
                        .isFalse();
                assertThat(runbook(handrail, "refund-stuck").path("changes"))
                        .extracting(change -> change.path("subject").asText())
                        .containsExactly("refunds: mend the owner", "refunds: both queues", "refunds: first runbook");
            }
        }
    }

    @Test
    void givenAHookOfGitHub_whenItIsSigned_thenTheLibraryFollowsAtOnceAndAnUnsignedOneIsRefused() throws Exception {
        try (var origin = Origin.in(temp.resolve("origin"))) {
            origin.write("a.md", GOOD).commit("first");
            try (var handrail = RunningHandrail.with(Database.H2.fresh(), git(origin))) {
                origin.write("b.md", GOOD).commit("second");
                var body = "{\"ref\":\"refs/heads/main\"}";

                assertThat(hook(handrail, body, "X-Hub-Signature-256", "sha256=" + signed("another body")))
                        .isEqualTo(401);
                assertThat(hook(handrail, body, "X-Gitlab-Token", "a wrong secret"))
                        .isEqualTo(401);
                assertThat(runbook(handrail, "b").path("error").asText()).contains("there is no runbook 'b'");

                assertThat(hook(handrail, body, "X-Hub-Signature-256", "sha256=" + signed(body)))
                        .isEqualTo(202);
                Awaitility.await().until(() -> runbook(handrail, "b").has("revision"));

                origin.write("c.md", GOOD).commit("third");
                assertThat(hook(handrail, body, "X-Gitlab-Token", SECRET)).isEqualTo(202);
                Awaitility.await().until(() -> runbook(handrail, "c").has("revision"));
            }
        }
    }

    private static int hook(RunningHandrail handrail, String body, String header, String value) {
        return handrail.api()
                .send(HttpRequest.newBuilder(handrail.api().url().resolve("/v1/runbooks/refresh"))
                        .header(header, value)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)))
                .statusCode();
    }

    private static String signed(String body) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void givenThirtyFilesOfOneOwner_whenOneCommitBreaksThem_thenThatIsOneMessage() {
        try (var origin = Origin.in(temp.resolve("origin"))) {
            for (var i = 0; i < 30; i++) {
                origin.write("r%02d.md".formatted(i), GOOD);
            }
            origin.commit("thirty");
            try (var handrail = RunningHandrail.with(Database.H2.fresh(), git(origin))) {
                for (var i = 0; i < 30; i++) {
                    origin.write("r%02d.md".formatted(i), BROKEN);
                }
                origin.commit("thirty broken");
                refresh(handrail);

                assertThat(messagesToBen(handrail)
                                .message("30 files of payments")
                                .readable())
                        .contains("r00.md", "r09.md", "and 20 more")
                        .doesNotContain("r10.md");
                assertThat(messagesToBen(handrail).messages()).hasSize(1);
            }
        }
    }

    @Test
    void givenSlackDoesNotAnswerAfterItHasTakenAMessage_whenAFileIsBroken_thenTheMessageStandsThereOnce() {
        try (var origin = Origin.in(temp.resolve("origin"))) {
            origin.write("a.md", GOOD).commit("first");
            try (var handrail = RunningHandrail.with(Database.H2.fresh(), git(origin))) {
                handrail.slack().fault("chat.postMessage", "500_after", 1);
                origin.write("a.md", BROKEN).commit("broken");
                refresh(handrail);
                messagesToBen(handrail).message("a.md");
                origin.write("a.md", GOOD).commit("mended");
                refresh(handrail);

                messagesToBen(handrail).message("Mended");
                assertThat(messagesToBen(handrail).messages()).hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenAReviewIsDue_whenHandrailStartsAgain_thenTheOwnerWasRemindedOnce(Database database) {
        try (var origin = Origin.in(temp.resolve("origin"))) {
            var due = GOOD.replace("---\n#", "review: {last: 2020-01-01, every: 30d}\n---\n#");
            origin.write("refund-stuck.md", due).commit("first");
            var stored = database.fresh();
            try (var handrail = RunningHandrail.with(stored, git(origin))) {
                assertThat(messagesToBen(handrail).message("due for review").readable())
                        .contains("Refund stuck", "refund-stuck.md", "due since 2020-01-31");
            }
            try (var again = RunningHandrail.with(stored, git(origin))) {
                origin.write("b.md", BROKEN.replace("paymnts", "payments").replace("---\n#", "nonsense: 1\n---\n#"))
                        .write("refund-stuck.md", BROKEN)
                        .commit("broken");
                refresh(again);
                messagesToBen(again).message("cannot be used");

                assertThat(messagesToBen(again).messages()).noneMatch(message -> message.contains("due for review"));
            }
        }
    }
}
