package dev.handrail.run.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.handrail.alert.Alert;
import dev.handrail.alert.Fingerprint;
import dev.handrail.incident.PayloadRepository;
import dev.handrail.incident.alerts.AlertRepository;
import dev.handrail.incident.alerts.KeptAlert;
import dev.handrail.platform.Database;
import dev.handrail.platform.Transactions;
import dev.handrail.run.reception.Delivery;
import dev.handrail.run.reception.Incoming;
import dev.handrail.run.reception.PayloadStore;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AlertDeskTest {
    private static final Instant START = Instant.parse("2026-11-21T02:10:00Z");
    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    /** More than the placer takes at once, so that some wait while it is at work. */
    private static final int BURST = 2_000;

    @ParameterizedTest
    @EnumSource
    void givenMoreDeliveriesThanACommitTakes_whenTheyAreAnswered_thenEachIsStoredAndPlacedOnce(Database database) {
        try (var handrail = start(database)) {
            var desk = handrail.getBean(AlertDesk.class);

            var answers = IntStream.range(0, BURST)
                    .mapToObj(number -> desk.submit(incoming(alert("order-" + number))))
                    .toList();

            answers.forEach(CompletableFuture::join);
            assertThat(handrail.getBean(PayloadRepository.class).count()).isEqualTo(BURST);
            assertThat(answers)
                    .extracting(CompletableFuture::join)
                    .hasAtLeastOneElementOfType(Taken.Placed.class)
                    .hasAtLeastOneElementOfType(Taken.Kept.class);
            await().untilAsserted(() -> assertThat(marks(handrail)).isEmpty());
            assertThat(alerts(handrail))
                    .hasSize(BURST)
                    .allSatisfy(kept -> assertThat(kept.incident()).isPresent())
                    .extracting(KeptAlert::key)
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenAnAlertThatFiresAndResolvesInABurst_whenAllIsPlaced_thenItIsResolved(Database database) {
        try (var handrail = start(database)) {
            var desk = handrail.getBean(AlertDesk.class);
            var firing = IntStream.range(0, 100)
                    .mapToObj(number -> desk.submit(incoming(alert("order-" + number))))
                    .toList();
            var resolved = IntStream.range(0, 100)
                    .mapToObj(number -> desk.submit(incoming(resolved(alert("order-" + number)))))
                    .toList();

            firing.forEach(CompletableFuture::join);
            resolved.forEach(CompletableFuture::join);

            await().untilAsserted(() -> assertThat(marks(handrail)).isEmpty());
            assertThat(alerts(handrail)).hasSize(100).noneMatch(KeptAlert::isFiring);
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenWhatAnotherProcessKept_whenItIsHandedOver_thenItIsPlacedOnceHoweverOften(Database database) {
        try (var handrail = start(database)) {
            var incoming = incoming(alert("order-1"));
            var payload = keep(handrail, incoming);
            var mark = mark(handrail, payload);
            var desk = handrail.getBean(AlertDesk.class);

            desk.placeLeft(mark, List.of(new Delivery.Kept(incoming, payload)));
            desk.placeLeft(mark, List.of(new Delivery.Kept(incoming, payload)));

            await().untilAsserted(() -> assertThat(marks(handrail)).isEmpty());
            desk.receive(incoming(alert("order-2")));
            assertThat(alerts(handrail))
                    .hasSize(2)
                    .filteredOn(kept -> kept.report().payload() == payload)
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenAKeptDeliveryThatCannotBePlaced_whenOthersArePlacedWithIt_thenItWaitsInTheQuarantine(Database database) {
        try (var handrail = start(database)) {
            var odd = incoming(withLongFingerprint());
            var good = incoming(alert("order-1"));
            var oddPayload = keep(handrail, odd);
            var goodPayload = keep(handrail, good);
            var mark = mark(handrail, oddPayload, goodPayload);

            handrail.getBean(AlertDesk.class)
                    .placeLeft(mark, List.of(new Delivery.Kept(odd, oddPayload), new Delivery.Kept(good, goodPayload)));

            await().untilAsserted(() -> assertThat(marks(handrail)).isEmpty());
            assertThat(alerts(handrail)).hasSize(1);
            assertThat(handrail.getBean(PayloadRepository.class).quarantined(10))
                    .singleElement()
                    .satisfies(row -> {
                        assertThat(row.number()).isEqualTo(oddPayload);
                        assertThat(row.problem()).startsWith("its alerts could not be placed: ");
                    });
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenADeliveryThatCannotBePlaced_whenItComesAlone_thenItsSenderIsToldAndNothingIsKept(Database database) {
        try (var handrail = start(database)) {
            var desk = handrail.getBean(AlertDesk.class);

            assertThatThrownBy(() -> desk.receive(incoming(withLongFingerprint())))
                    .hasMessageContaining("200");

            assertThat(handrail.getBean(PayloadRepository.class).count()).isZero();
        }
    }

    private static long keep(ApplicationContext handrail, Incoming incoming) {
        var deliveries = List.of(Delivery.of(incoming));
        return handrail.getBean(Transactions.class)
                .write(() ->
                        handrail.getBean(PayloadStore.class).keep(deliveries).getFirst());
    }

    private static long mark(ApplicationContext handrail, Long... payloads) {
        return handrail.getBean(Transactions.class)
                .write(() -> handrail.getBean(JdbcUnplaced.class).add(List.of(payloads), START));
    }

    private static List<JdbcUnplaced.Mark> marks(ApplicationContext handrail) {
        return handrail.getBean(Transactions.class)
                .read(() -> handrail.getBean(JdbcUnplaced.class).keptBefore(LATER));
    }

    private static List<KeptAlert> alerts(ApplicationContext handrail) {
        return handrail.getBean(Transactions.class)
                .read(() -> handrail.getBean(AlertRepository.class).latest(2 * BURST));
    }

    private static Incoming incoming(Alert alert) {
        return new Incoming("test", "{}", List.of(alert), Optional.empty());
    }

    private static Alert alert(String order) {
        var labels = Map.of("alertname", "OrderExportStalled", "flow", "order-to-erp", "order_id", order);
        return firing(Fingerprint.of(labels), labels);
    }

    private static Alert withLongFingerprint() {
        return firing(new Fingerprint("f".repeat(201)), Map.of("alertname", "OrderExportStalled"));
    }

    private static Alert firing(Fingerprint fingerprint, Map<String, String> labels) {
        return new Alert("test", "group", fingerprint, Alert.Status.FIRING, labels, Map.of(), START, Optional.empty());
    }

    private static Alert resolved(Alert alert) {
        return new Alert(
                alert.source(),
                alert.groupKey(),
                alert.fingerprint(),
                Alert.Status.RESOLVED,
                alert.labels(),
                alert.annotations(),
                alert.startsAt(),
                Optional.of(START.plusSeconds(60)));
    }

    private static ApplicationContext start(Database database) {
        return ApplicationContext.builder()
                .properties(database.fresh())
                .properties(Map.of("handrail.runbooks", "runbooks", "slack.enabled", false))
                .start();
    }
}
