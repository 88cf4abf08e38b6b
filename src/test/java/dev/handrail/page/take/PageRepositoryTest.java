package dev.handrail.page.take;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.incident.IncidentRepository;
import dev.handrail.page.book.DeliveryRepository;
import dev.handrail.page.book.PageRepository;
import dev.handrail.page.book.PageRepository.Row;
import dev.handrail.platform.Database;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PageRepositoryTest {
    private static final Instant NOW = Instant.parse("2026-11-21T02:14:00Z");

    private static long incident(ApplicationContext context) {
        var row = context.getBean(IncidentRepository.class)
                .save(new IncidentRepository.Row(null, "key", "Stuck", "HIGH", null, "#a", "why", NOW));
        return Objects.requireNonNull(row.id());
    }

    @ParameterizedTest
    @EnumSource
    void givenPages_whenTheyAreClaimedAndSettled_thenEachIsTriedByOneAtATimeUntilItsEnd(Database database) {
        try (var context =
                ApplicationContext.builder().properties(database.fresh()).start()) {
            var incident = incident(context);
            var pages = context.getBean(PageRepository.class);
            pages.saveAll(List.of(
                    new Row(null, incident, "3/0/TELL", "{}", NOW, 0, null, null),
                    new Row(null, incident, "3/1/TELL", "{}", NOW.plusSeconds(9), 0, null, null)));

            assertThat(pages.due(NOW.minusSeconds(1), 10)).isEmpty();
            var first = pages.due(NOW, 10).getFirst();
            assertThat(pages.claim(first.number(), NOW, NOW.plusSeconds(60))).isEqualTo(1);
            assertThat(pages.claim(first.number(), NOW, NOW.plusSeconds(60))).isZero();
            assertThat(pages.postpone(first.number(), NOW.plusSeconds(5), "busy"))
                    .isEqualTo(1);
            assertThat(pages.overtake(incident)).as("what nobody has tried").isEqualTo(1);
            assertThat(pages.due(NOW.plusSeconds(9), 10))
                    .extracting(Row::number)
                    .containsExactly(first.number());
            pages.settle(first.number(), "FAILED", "refused");
            assertThat(pages.postpone(first.number(), NOW, "too late")).isZero();
            assertThat(pages.failed(10)).extracting(Row::problem).containsExactly("refused");
            assertThat(pages.of(incident)).extracting(Row::end).containsExactly("FAILED", "OVERTAKEN");
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenALinkAndAttempts_whenTheyAreStored_thenTheLinkIsUsedOnce(Database database) {
        try (var context =
                ApplicationContext.builder().properties(database.fresh()).start()) {
            var incident = incident(context);
            var page = context.getBean(PageRepository.class)
                    .saveAll(List.of(new Row(null, incident, "3/0/TELL", "{}", NOW, 0, null, null)))
                    .getFirst()
                    .number();
            var deliveries = context.getBean(DeliveryRepository.class);
            deliveries.save(new DeliveryRepository.Row(null, page, NOW, "LATER", "503"));
            deliveries.save(new DeliveryRepository.Row(null, page, NOW, "SENT", "202"));
            var links = context.getBean(LinkRepository.class);
            links.save(new LinkRepository.Row("hash", page, NOW.plusSeconds(60), null));

            assertThat(deliveries.of(incident))
                    .extracting(DeliveryRepository.Row::result)
                    .containsExactly("LATER", "SENT");
            assertThat(links.use("hash", NOW)).isEqualTo(1);
            assertThat(links.use("hash", NOW)).isZero();
            assertThat(links.findById("hash").orElseThrow().usedAt()).isEqualTo(NOW);
        }
    }
}
