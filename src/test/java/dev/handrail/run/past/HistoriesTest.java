package dev.handrail.run.past;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.handrail.incident.IncidentId;
import dev.handrail.incident.Person;
import dev.handrail.incident.Timeline;
import dev.handrail.incident.Timeline.Entry;
import dev.handrail.incident.Timeline.Head;
import dev.handrail.platform.Json;
import dev.handrail.run.Happened;
import dev.handrail.run.RunEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HistoriesTest {
    private static final IncidentId ID = new IncidentId(7);
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final List<Entry> stored = new ArrayList<>();
    private final Timeline timeline = mock(Timeline.class);
    private final Histories histories = new Histories(timeline);

    @BeforeEach
    void stored() {
        when(timeline.of(any())).thenAnswer(_ -> List.copyOf(stored));
        when(timeline.from(any(), anyLong()))
                .thenAnswer(call -> stored.stream()
                        .filter(entry -> entry.place() >= call.<Long>getArgument(1))
                        .toList());
    }

    @Test
    void givenWhatWasReadBefore_whenSomethingIsAdded_thenOnlyThatIsRead() {
        happens("Ana", "Ben", "Cleo");
        assertThat(people()).containsExactly("Ana", "Ben", "Cleo");
        happens("Dev");

        assertThat(people()).containsExactly("Ana", "Ben", "Cleo", "Dev");
        verify(timeline).from(ID, 3);
    }

    @Test
    void givenNothingIsAdded_whenReadAgain_thenItIsTheSame() {
        happens("Ana", "Ben");

        assertThat(histories.of(ID)).isSameAs(histories.of(ID));
    }

    @Test
    void givenATransactionThatIsUndoneLater_whenItIsRead_thenWhatItAddedIsNotThere() {
        happens("Ana", "Ben");
        assertThat(people()).containsExactly("Ana", "Ben");
        stored.removeLast();

        assertThat(people()).containsExactly("Ana");
    }

    @Test
    void givenATransactionThatIsUndoneLater_whenAnotherAddsSomething_thenThatStandsInItsPlace() {
        happens("Ana", "Ben");
        assertThat(people()).containsExactly("Ana", "Ben");
        stored.removeLast();
        happens("Cleo", "Dev");

        assertThat(people()).containsExactly("Ana", "Cleo", "Dev");
    }

    @Test
    void givenAnIncidentWithoutEntries_whenRead_thenThereIsNothing() {
        assertThat(histories.of(ID)).isEmpty();
    }

    private void happens(String... names) {
        for (var name : names) {
            var head = stored.isEmpty()
                    ? Head.NONE
                    : new Head(stored.getLast().place(), stored.getLast().hash());
            RunEvent event = new RunEvent.Acknowledged(new Person("U01" + name, name));
            stored.add(Timeline.after(head, ID, NOON, Json.write(event)));
        }
    }

    private List<String> people() {
        return histories.of(ID).stream()
                .map(Happened::event)
                .map(RunEvent.Acknowledged.class::cast)
                .map(event -> event.by().name())
                .toList();
    }
}
