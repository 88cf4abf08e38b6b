package dev.handrail.match.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.alert.Alert;
import dev.handrail.alert.Fingerprint;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.parse.RunbookParser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TextIndexTest {
    private static final List<Runbook> LIBRARY = Stream.of(
                    runbook("node/DiskWriteSlow.md", "Writing to the disk takes long."),
                    runbook("node/DiskReadSlow.md", "Reading from the disk takes long."),
                    runbook("orders/OrderExportStalled.md", "Orders wait in the shop and do not reach the ERP."),
                    runbook("payments/CaptureFailed.md", "The provider declines to capture a payment."),
                    runbook("stock/StockFeedLate.md", "The warehouse has not sent its stock."))
            .toList();

    private static Runbook runbook(String path, String meaning) {
        return RunbookParser.parse(path, "## Meaning\n\n" + meaning + "\n\n## Mitigation\n\nCall somebody.")
                .runbook()
                .orElseThrow();
    }

    private static Alert alert(String name, String summary) {
        var labels = Map.of("alertname", name);
        return new Alert(
                "test",
                "group",
                Fingerprint.of(labels),
                Alert.Status.FIRING,
                labels,
                Map.of("summary", summary),
                Instant.EPOCH,
                Optional.empty());
    }

    private static List<String> paths(List<Suggestion> suggestions) {
        return suggestions.stream()
                .map(suggestion -> suggestion.runbook().path())
                .toList();
    }

    @Test
    void whenOtherWordsSayTheSame_thenTheRunbookIsFirst() {
        var nearest = new TextIndex(LIBRARY).nearest(alert("InventoryFeedDelayed", "No inventory from the warehouse"));

        assertThat(paths(nearest)).startsWith("stock/StockFeedLate.md");
        assertThat(nearest.getFirst().isWorthShowing()).isTrue();
        assertThat(nearest.getFirst().why())
                .isEqualTo("it speaks of \"inventory\", \"feed\", \"warehouse\", \"delayed\"");
    }

    @Test
    void whenTwoDifferInAWordThatExcludesTheOther_thenTheRightOneIsFirst() {
        var nearest = new TextIndex(LIBRARY).nearest(alert("HostDiskWriteLatency", "Disk writes are slow"));

        assertThat(paths(nearest)).startsWith("node/DiskWriteSlow.md", "node/DiskReadSlow.md");
        assertThat(nearest.get(0).confidence()).isGreaterThan(nearest.get(1).confidence() + 0.2);
    }

    @Test
    void whenNothingIsAlike_thenNothingIsWorthShowing() {
        assertThat(new TextIndex(LIBRARY).nearest(alert("DnsZoneTransferRefused", "The secondary has an old zone")))
                .noneMatch(Suggestion::isWorthShowing);
        assertThat(new TextIndex(List.of()).nearest(alert("Any", "any"))).isEmpty();
        assertThat(new TextIndex(LIBRARY).nearest(alert("", ""))).isEmpty();
    }

    @Property(tries = 50)
    void whenTheLibraryIsReadInAnotherOrder_thenTheSameIsSuggested(@ForAll long seed) {
        var shuffled = new ArrayList<>(LIBRARY);
        Collections.shuffle(shuffled, new Random(seed));
        var alert = alert("DiskSlow", "An order waits for the disk");

        assertThat(new TextIndex(shuffled).nearest(alert)).isEqualTo(new TextIndex(LIBRARY).nearest(alert));
    }

    @Property(tries = 200)
    void whenAnyAlertIsAsked_thenAtMostThreeAreSuggestedBestFirst(@ForAll String name, @ForAll String summary) {
        var nearest = new TextIndex(LIBRARY).nearest(alert(name + " order", summary));

        assertThat(nearest).hasSizeLessThanOrEqualTo(3);
        assertThat(nearest)
                .extracting(Suggestion::confidence)
                .isSortedAccordingTo(Collections.reverseOrder())
                .allMatch(confidence -> confidence >= 0 && confidence <= 1);
    }

    @Test
    void whenAnAlertIsHuge_thenItIsAnsweredAllTheSame() {
        var words = new StringBuilder();
        for (int index = 0; index < 20_000; index++) {
            words.append("word")
                    .append(Character.toString('a' + index % 26))
                    .append(index)
                    .append("x ");
        }

        assertThat(paths(new TextIndex(LIBRARY).nearest(alert("CaptureFailed", words.toString()))))
                .startsWith("payments/CaptureFailed.md");
    }
}
