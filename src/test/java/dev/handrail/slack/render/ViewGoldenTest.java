package dev.handrail.slack.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.platform.Json;
import dev.handrail.run.Newer;
import dev.handrail.simulator.block.ViewCheck;
import dev.handrail.slack.Drill;
import dev.handrail.slack.GoldenPayloads;
import dev.handrail.slack.Links;
import dev.handrail.slack.Plans;
import dev.handrail.slack.SlackLimits;
import dev.handrail.slack.modal.MoreModal;
import dev.handrail.slack.modal.StepsModal;
import dev.handrail.slack.modal.SwitchModal;
import dev.handrail.slack.press.SentenceModal;
import dev.handrail.slack.press.Verb;
import dev.handrail.slack.shortcut.Origin;
import dev.handrail.slack.shortcut.StartModal;
import dev.handrail.slack.text.Kit;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every modal that Handrail opens. */
class ViewGoldenTest {
    private static final Links LINKS = new Links("https://handrail.example");
    private static final SentenceModal.Memory MEMORY =
            new SentenceModal.Memory("42:1::look-at-the-queue", "C01ORDERS", "1795244524.506251");

    @TestFactory
    Stream<DynamicTest> everyModalIsAsItsGoldenFileSays() throws IOException {
        return modals().entrySet().stream()
                .map(modal -> DynamicTest.dynamicTest(modal.getKey(), () -> {
                    var view = Json.tree(modal.getValue());
                    assertThat(ViewCheck.of(view)).isEmpty();
                    GoldenPayloads.check("view/" + modal.getKey(), view);
                }));
    }

    private static Map<String, String> modals() throws IOException {
        var modals = new TreeMap<String, String>();
        var onFirst = Drill.known().acknowledges(Drill.ANA);
        modals.put("more", MoreModal.json(onFirst.view(), LINKS, MEMORY));
        modals.put("all-steps", StepsModal.all(onFirst.view(), LINKS));
        modals.put("whole-step", StepsModal.one(onFirst.view(), LINKS, Plans.LOOK));
        modals.put("switch-revision", SwitchModal.json(onFirst.view(), shortened(), MEMORY));
        modals.put("start-runbook", start());
        modals.put("search-wrong-runbook", searching(Verb.WRONG_RUNBOOK));
        modals.put("search-merge", searching(Verb.MERGE));
        Arrays.stream(Verb.values())
                .filter(Verb::asksFirst)
                .forEach(verb -> modals.put("ask-" + verb.id().replace('_', '-'), asking(verb)));
        return modals;
    }

    private static Newer.Available shortened() {
        var newer = Plans.shortened();
        return new Newer.Available(newer, newer.edition().orElseThrow(), "limit of step 1: 3 -> 2");
    }

    private static String start() throws IOException {
        var runbooks = ShownSteps.runbooks(ShownSteps.SHIPPED);
        return StartModal.json(
                new Origin("C01ORDERS", "1795244524.506251", "Orders are stuck, <!channel> look"),
                List.of(),
                runbooks.subList(0, 3));
    }

    /** One more than Slack has room for. */
    private static String searching(Verb verb) {
        var options = IntStream.rangeClosed(0, SlackLimits.SELECT_OPTIONS)
                .mapToObj(number -> Kit.plainOption("Number " + number, Integer.toString(number)))
                .toList();
        return SentenceModal.json(verb, MEMORY, options);
    }

    private static String asking(Verb verb) {
        return SentenceModal.json(verb, MEMORY, List.of(Kit.plainOption("Orders stuck", "order-export-stuck")));
    }
}
