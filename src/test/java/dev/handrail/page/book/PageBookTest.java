package dev.handrail.page.book;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.incident.IncidentId;
import dev.handrail.incident.IncidentRepository;
import dev.handrail.incident.Person;
import dev.handrail.ownership.contact.Contact;
import dev.handrail.page.book.PageRepository.Row;
import dev.handrail.platform.Database;
import dev.handrail.platform.Json;
import dev.handrail.platform.Transactions;
import dev.handrail.run.Ending;
import dev.handrail.run.Happened;
import dev.handrail.run.Position;
import dev.handrail.run.RunEvent;
import dev.handrail.run.RunState;
import dev.handrail.run.witness.EventWitness.Recorded;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageBookTest {
    private static final Instant NOW = Instant.parse("2026-11-21T02:14:00Z");
    private static final Contact DUTY = new Contact.PagerDuty("DUTY_KEY");
    private static final Contact LEAD = new Contact.PagerDuty("LEAD_KEY");

    private final ApplicationContext handrail =
            ApplicationContext.builder().properties(Database.H2.fresh()).start();
    private final PageRepository pages = handrail.getBean(PageRepository.class);
    private final PageBook book = handrail.getBean(PageBook.class);

    @AfterAll
    void stop() {
        handrail.close();
    }

    @Test
    void givenATryThatWasNotAnswered_whenItIsOver_thenThatIsResolvedAndWhatNobodySentIsNot() {
        var id = incident();
        pages.saveAll(List.of(
                row(id, "3/0/TELL", owed(Act.TELL, DUTY, 0), 2, "OVERTAKEN"),
                row(id, "3/1/TELL", owed(Act.TELL, LEAD, 0), 1, "OVERTAKEN"),
                row(id, "3/2/TELL", owed(Act.TELL, new Contact.PagerDuty("NIGHT_KEY"), 0), 0, "OVERTAKEN")));

        handrail.getBean(Transactions.class).run(() -> book.recorded(finished(id)));

        assertThat(pages.of(id.value()).stream().map(PageBook::owed))
                .filteredOn(owed -> owed.act() == Act.RESOLVE)
                .extracting(Owed::contact)
                .containsExactly(DUTY);
    }

    @Test
    void givenAPageWasTakenAndSentAnew_whenAskedByItsCount_thenOnlyTheLastIsCurrent() {
        var id = incident();
        pages.saveAll(List.of(
                row(id, "3/0/TELL", owed(Act.TELL, DUTY, 0), 1, "SENT"),
                row(id, "4/0/ACKNOWLEDGE", owed(Act.ACKNOWLEDGE, DUTY, 0), 1, "SENT"),
                row(id, "5/0/TELL", owed(Act.TELL, DUTY, 1), 1, "SENT")));

        assertThat(book.isCurrent(id, 0)).isFalse();
        assertThat(book.isCurrent(id, 1)).isTrue();
        assertThat(book.isCurrent(id, 2)).isFalse();

        pages.saveAll(List.of(row(id, "5/1/TELL", owed(Act.TELL, LEAD, 0), 1, "SENT")));
        assertThat(book.isCurrent(id, 0))
                .as("of the one who was not told before")
                .isTrue();
    }

    private IncidentId incident() {
        var row = handrail.getBean(IncidentRepository.class)
                .save(new IncidentRepository.Row(null, "key", "Stuck", "HIGH", null, "#a", "why", NOW));
        return new IncidentId(Objects.requireNonNull(row.id()));
    }

    private static Row row(IncidentId id, String key, Owed owed, int tries, @Nullable String end) {
        return new Row(null, id.value(), key, Json.write(owed), null, tries, end, null);
    }

    private static Owed owed(Act act, Contact contact, int takings) {
        return new Owed(act, contact, "Duty team", "nobody answers", NOW, false, takings);
    }

    private static Recorded finished(IncidentId id) {
        var over = new RunEvent.Finished(Ending.RESOLVED, Optional.of(new Person("U01ANA", "Ana")), "");
        var after = RunState.BEFORE.with(new Position.Finished(Ending.RESOLVED, NOW, Optional.empty()));
        return new Recorded(id, List.of(new Happened(9, NOW, over)), RunState.BEFORE, after);
    }
}
