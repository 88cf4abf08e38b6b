package dev.handrail.e2e;

import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.cli.author.DraftCommand;
import dev.handrail.platform.Database;
import dev.handrail.platform.Json;
import dev.handrail.platform.Waiting;
import dev.handrail.proposal.Git;
import dev.handrail.run.desk.RunReader;
import dev.handrail.runbook.current.CurrentLibrary;
import dev.handrail.simulator.SlackMessage;
import dev.handrail.simulator.SlackPerson;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A failure that nobody has seen, what people do about it, and the next one of its kind. */
@Waiting
class DraftStoryTest {
    private static final Map<String, String> LABELS =
            Map.of("flow", "order-to-erp", "severity", "high", "region", "eu");

    @TempDir
    private Path library;

    @Test
    void givenAnUnknownFailure_whenItsDraftIsAppliedToTheLibrary_thenTheNextOneIsWalkedWithWhatWasDone()
            throws IOException {
        SmallLibrary.in(library, "", "");
        try (var handrail = RunningHandrail.on(Database.H2, Map.of("handrail.runbooks", library.toString()))) {
            unknownIsMended(handrail);

            var answer = handrail.api().get("/v1/incidents/1/draft", RunningHandrail.API_TOKEN);
            assertThat(answer.statusCode()).isEqualTo(200);
            var draft = Json.tree(answer.body());
            assertThat(draft.path("path").asText()).isEqualTo("stock-feed-garbled.md");
            assertThat(draft.path("problems")).isEmpty();
            assertThat(draft.path("decisive").asBoolean()).isTrue();
            assertThat(draft.path("markdown").asText())
                    .contains("owner: team", "severity: high")
                    .doesNotContain(" ana ", "hunter");

            assertThat(onCommandLine(handrail, "1", "--patch"))
                    .isEqualTo(draft.path("patch").asText());
            Git.apply(library, draft.path("patch").asText());
            handrail.bean(CurrentLibrary.class).reload();
            handrail.resolves("StockFeedGarbled", LABELS);
            handrail.passes(ofHours(2));
            handrail.fires("StockFeedGarbled", Map.of("flow", "order-to-erp", "severity", "high", "region", "us"));

            nextIsWalked(handrail);
            assertThat(handrail.api()
                            .get("/v1/incidents/2/draft", RunningHandrail.API_TOKEN)
                            .body())
                    .contains("was walked with the runbook stock-feed-garbled.md");
            assertThat(handrail.bean(RunReader.class).firstMisstated()).isEmpty();
        }
    }

    private static String onCommandLine(RunningHandrail handrail, String... arguments) {
        var said = new StringWriter();
        var where = List.of("--url", handrail.api().url().toString(), "--token", RunningHandrail.API_TOKEN);
        var code = new CommandLine(new DraftCommand())
                .setOut(new PrintWriter(said, true))
                .execute(Stream.concat(Stream.of(arguments), where.stream()).toArray(String[]::new));
        assertThat(code).isZero();
        return said.toString();
    }

    private void unknownIsMended(RunningHandrail handrail) {
        handrail.fires("StockFeedGarbled", LABELS);
        var card = handrail.card("U01ANA", "#order-flows", "StockFeedGarbled");
        card.click("I've got it");
        var mine = card.expectReply("There are no more steps");
        does(mine, "FOUND_OUT", "The file of the feed has `\\uFEFF` at its start <!channel>");
        assertThat(card.expectReply("ana found this out").mentions()).isEmpty();
        does(mine, "IN_VAIN", "Sent the file again");
        card.expectReply("ana did this, and it did not help");
        does(mine, "HELPED", "Cut the mark off with `sed`; password=hunter2hunter2");
        card.expectReply("ana did this, and it helped");
        mine.click("Resolved…");
        ana(card).modal().submit(Map.of("choice", "DATA_REPAIR", "sentence", "The ERP wrote a mark"));
        card.expect("A runbook from this");
        assertThat(card.now().orElseThrow().readable()).contains("/incidents/1/draft");
    }

    private static void does(SlackMessage mine, String upshot, String what) {
        mine.click("I did…");
        ana(mine).modal().submit(Map.of("choice", upshot, "sentence", what));
    }

    private void nextIsWalked(RunningHandrail handrail) {
        var next = handrail.card("U01ANA", "#order-flows", "Stock feed garbled");
        next.click("I'm on it");
        next.expectReply("The file of the feed has").click("It is so again");
        next.expectReply("Cut the mark off with sed").click("Done");
        next.expectReply("Is it over?").click("It is over");
        next.expect("Resolved by");
        assertThat(handrail.incident(2).path("runbook").asText()).isEqualTo("stock-feed-garbled");
    }

    private static SlackPerson ana(SlackMessage message) {
        return message.person();
    }
}
