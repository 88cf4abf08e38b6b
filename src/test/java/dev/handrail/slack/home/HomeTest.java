package dev.handrail.slack.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.incident.Person;
import dev.handrail.platform.Json;
import dev.handrail.platform.Waiting;
import dev.handrail.run.Command;
import dev.handrail.simulator.block.ViewCheck;
import dev.handrail.slack.Drill;
import dev.handrail.slack.HandrailFixture;
import dev.handrail.slack.Links;
import dev.handrail.slack.home.Desk.Overdue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

@Waiting
class HomeTest {
    private static final Instant NOW = Instant.parse("2026-11-21T02:10:00Z");
    private static final Links LINKS = new Links("https://handrail.example");

    @Test
    void givenAnEscalatedIncident_whenPeopleOpenTheirHome_thenEachSeesWhatIsTheirs() {
        try (var handrail = new HandrailFixture()) {
            var id = handrail.fires("100000042");
            handrail.does(id, new Command.Escalate(new Person("U01ANA", "ana"), "the ERP is down"));

            var marta = handrail.slack.as("U03MARTA").home("Escalated to ERP integration team");
            assertThat(texts(marta)).contains("Waits for you", "You are on no open incident", "ERP integration team");
            assertThat(ViewCheck.ofHome(sent(marta))).isEmpty();

            handrail.does(id, new Command.TakePage(new Person("U03MARTA", "marta")));
            assertThat(texts(handrail.slack.as("U03MARTA").home("marta has it")))
                    .contains("Nothing waits for you");
            assertThat(texts(handrail.slack.as("U01ANA").home("Nothing waits for you")))
                    .doesNotContain("marta has it");
        }
    }

    @Test
    void givenMoreThanFits_whenShown_thenTheListsAreShortAndSlackTakesThem() {
        var views = Collections.nCopies(
                60, Drill.known().titled("<!channel> & <https://evil|bank>").view());
        var overdue = Collections.nCopies(60, new Overdue("a-b", "<!here>", LocalDate.parse("2026-01-01")));
        var home =
                Json.tree(HomeView.json(new Desk(views, views, List.of("ERP", "PSP"), List.of(), overdue), LINKS, NOW));

        assertThat(ViewCheck.ofHome(home)).isEmpty();
        assertThat(home.path("blocks").size()).isLessThan(50);
        assertThat(home.toString()).contains("… and 50 more").doesNotContain("<!channel>", "<!here>", "<https://evil");
    }

    @Test
    void givenNothing_whenShown_thenEachListSaysSo() {
        var home = HomeView.json(new Desk(List.of(), List.of(), List.of(), List.of(), List.of()), LINKS, NOW);

        assertThat(ViewCheck.ofHome(Json.tree(home))).isEmpty();
        assertThat(home).contains("Nothing waits for you", "You are on no open incident", "no page reaches you");
    }

    @Test
    void givenAModal_whenCheckedAsAHomeTab_thenItIsRefused() {
        assertThat(ViewCheck.ofHome(Json.tree("{\"type\":\"modal\",\"blocks\":[]}")))
                .isNotEmpty();
        assertThat(ViewCheck.ofHome(Json.tree(
                        "{\"type\":\"home\",\"title\":{\"type\":\"plain_text\",\"text\":\"x\"},\"blocks\":[]}")))
                .isNotEmpty();
    }

    /** Returns what the bot published, without what Slack added. */
    private static JsonNode sent(JsonNode view) {
        return Json.tree("{\"type\":\"home\",\"blocks\":" + view.path("blocks") + "}");
    }

    private static String texts(JsonNode view) {
        return view.path("blocks").toString();
    }
}
