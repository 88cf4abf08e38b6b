package dev.handrail.slack.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.platform.Json;
import dev.handrail.run.Command;
import dev.handrail.simulator.block.ViewCheck;
import dev.handrail.slack.Drill;
import dev.handrail.slack.GoldenPayloads;
import dev.handrail.slack.Links;
import dev.handrail.slack.home.Desk.Overdue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The Home tab of somebody with something in every list, and of somebody with nothing. */
class HomeGoldenTest {
    private static final Instant NOW = Instant.parse("2026-11-21T02:10:00Z");
    private static final Links LINKS = new Links("https://handrail.example");

    @TestFactory
    Stream<DynamicTest> everyHomeTabIsAsItsGoldenFileSays() {
        return Map.of("home", full(), "home-empty", new Desk(List.of(), List.of(), List.of(), List.of(), List.of()))
                .entrySet()
                .stream()
                .map(desk -> DynamicTest.dynamicTest(desk.getKey(), () -> {
                    var home = Json.tree(HomeView.json(desk.getValue(), LINKS, NOW));
                    assertThat(ViewCheck.ofHome(home)).isEmpty();
                    GoldenPayloads.check("view/" + desk.getKey(), home);
                }));
    }

    private static Desk full() {
        var waiting = Drill.known().does(new Command.Escalate(Drill.ANA, "The ERP <!here> is down"));
        var mine = Drill.known().acknowledges(Drill.ANA);
        return new Desk(
                List.of(waiting.view(), Drill.unknown().view()),
                List.of(mine.view()),
                List.of("ERP integration", "Payments"),
                List.of(),
                List.of(new Overdue("refund-failed", "Refund failed & <@U9>", LocalDate.parse("2026-10-01"))));
    }
}
