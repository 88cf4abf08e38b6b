package dev.handrail.slack.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handrail.notice.Matter;
import dev.handrail.notice.Notice;
import dev.handrail.notice.Notice.Entry;
import dev.handrail.notice.Topic;
import dev.handrail.ownership.OwnerId;
import dev.handrail.platform.Json;
import dev.handrail.simulator.block.BlockCheck;
import dev.handrail.slack.GoldenPayloads;
import dev.handrail.slack.Links;
import dev.handrail.slack.text.Mrkdwn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What owners are told: one thing that holds and one that is over, of each topic. */
class NoticeGoldenTest {
    private static final Instant NOW = Instant.parse("2026-11-21T02:10:00Z");

    @ParameterizedTest
    @EnumSource
    void everyNoticeIsAsItsGoldenFileSays(Topic topic) {
        var open = notice(topic, matters(topic).map(matter -> new Entry(matter, Optional.empty())));
        var over = notice(topic, matters(topic).map(matter -> new Entry(matter, Optional.of(NOW))));
        var shown = Stream.of(open, over).map(NoticeGoldenTest::shape).toList();

        GoldenPayloads.check(
                "notice-" + topic.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                new ObjectMapper().valueToTree(shown));
    }

    private static Notice notice(Topic topic, Stream<Entry> entries) {
        return new Notice(7, topic, new OwnerId("erp-integration"), NOW, Optional.empty(), entries.toList());
    }

    private static Stream<Matter> matters(Topic topic) {
        return switch (topic) {
            case BROKEN_FILES ->
                Stream.of(
                        new Matter.BrokenFile("orders/stuck.md", Optional.of("order-export-stuck"), faults(4)),
                        new Matter.BrokenFile("new & <b>.md", Optional.empty(), faults(1)));
            case REVIEWS ->
                Stream.of(new Matter.ReviewDue(
                        "orders/stuck.md",
                        "order-export-stuck",
                        "Orders <!channel> stuck",
                        LocalDate.parse("2026-11-01")));
            case PROPOSALS ->
                Stream.of(
                        proposed(Optional.of(
                                "--- a/stuck.md\n+++ b/stuck.md\n@@ -1 +1 @@\n-match: []\n+match: [<!here>]\n")),
                        proposed(Optional.empty()));
            case STRANDED ->
                Stream.of(
                        new Matter.Stranded(42, "Orders stuck & <@U1>", true, NOW, 1),
                        new Matter.Stranded(43, "Refund failed", false, NOW, 3));
            case FAILED_PAGES ->
                Stream.of(new Matter.PageFailed(42, "Marta Ruiz", "e-mail to m…@example.com", "the server refused it"));
        };
    }

    private static List<Matter.Fault> faults(int count) {
        return Stream.generate(() -> new Matter.Fault(12, 3, "unknown-step", "“replay <it>”", "the name of a step"))
                .limit(count)
                .toList();
    }

    private static Matter proposed(Optional<String> patch) {
        return new Matter.MatchProposed(
                "orders/stuck.md", "order-export-stuck", "Orders stuck", "alertname=\"OrdersWait\"", patch, 42, "ana");
    }

    private static Object shape(Notice notice) {
        var message = new NoticeMessage(notice, "ERP integration", new Links("https://handrail.example"))
                .shown(Mrkdwn.text("@erp"));
        assertThat(BlockCheck.ofMessage(Json.tree(message.json()))).isEmpty();
        return GoldenPayloads.shape(
                notice.open().isEmpty() ? "over" : "open", message.text().toString(), message.json());
    }
}
