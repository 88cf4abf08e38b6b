package dev.handrail.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.incident.Timeline.Entry;
import dev.handrail.incident.Timeline.Head;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChainVerifierTest {
    private static final IncidentId ID = new IncidentId(3);
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final List<Entry> chain = chain("opened", "acknowledged", "answered");

    @Test
    void givenAWholeChain_thenNothingIsBroken() {
        assertThat(firstBreak(chain, head(3))).isEmpty();
    }

    @Test
    void givenAnEntryWhoseTextWasChanged_thenItIsNamed() {
        var entry = chain.get(1);
        chain.set(1, new Entry(entry.place(), entry.at(), "resolved", entry.hash()));

        assertThat(firstBreak(chain, head(3))).hasValueSatisfying(broken -> {
            assertThat(broken.incident()).isEqualTo(ID);
            assertThat(broken.place()).isEqualTo(2);
            assertThat(broken.found()).contains(entry.hash());
        });
    }

    @Test
    void givenAnEntryWhoseTimeWasChanged_thenItIsNamed() {
        var entry = chain.get(2);
        chain.set(2, new Entry(entry.place(), entry.at().plusSeconds(1), entry.body(), entry.hash()));

        assertThat(firstBreak(chain, head(3)).map(ChainVerifier.Break::place)).contains(3L);
    }

    @Test
    void givenAnEntryWasTakenOut_thenTheGapIsNamed() {
        chain.remove(1);

        assertThat(firstBreak(chain, head(3)).map(ChainVerifier.Break::place)).contains(2L);
    }

    @Test
    void givenTheEndWasCutOff_thenItIsNamed() {
        chain.removeLast();

        assertThat(firstBreak(chain, head(3)).map(ChainVerifier.Break::place)).contains(3L);
    }

    @Test
    void givenTheRunIsGone_thenItIsSaid() {
        assertThat(firstBreak(chain, Optional.empty())).isPresent();
    }

    private Optional<Head> head(int place) {
        return Optional.of(new Head(
                place,
                chain("opened", "acknowledged", "answered").get(place - 1).hash()));
    }

    private static Optional<ChainVerifier.Break> firstBreak(List<Entry> chain, Optional<Head> head) {
        return ChainVerifier.firstBreak(ID, chain, head);
    }

    private static List<Entry> chain(String... bodies) {
        var chain = new ArrayList<Entry>();
        var previous = "";
        for (var body : bodies) {
            var entry = new Entry(chain.size() + 1, NOON, body, "");
            previous = Timeline.hash(previous, ID, entry);
            chain.add(new Entry(entry.place(), entry.at(), body, previous));
        }
        return chain;
    }
}
