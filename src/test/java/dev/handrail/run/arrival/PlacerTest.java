package dev.handrail.run.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.handrail.incident.PayloadRepository;
import dev.handrail.platform.Transactions;
import dev.handrail.run.reception.AlertStore;
import dev.handrail.run.reception.Delivery;
import dev.handrail.run.reception.Incoming;
import dev.handrail.run.reception.Receipt;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PlacerTest {
    private static final Receipt RECEIPT = new Receipt(List.of(), Optional.empty());

    private final RuntimeException away =
            new IllegalStateException(new SQLException("terminating connection", "57P01"));
    private final Transactions transactions = mock();
    private final AlertStore store = mock();
    private final JdbcUnplaced unplaced = mock();
    private final PayloadRepository payloads = mock();
    private final Placer placer = new Placer(transactions, store, unplaced, payloads);

    @Test
    void givenTheDatabaseIsAway_whenItIsBack_thenWhatIsKeptIsPlacedAndNobodyElseHasWaited() throws Exception {
        when(transactions.writeAgainOnConflict(any())).thenThrow(away).thenAnswer(call -> work(call.getArgument(0)));
        when(unplaced.hold(List.of(7L))).thenReturn(Set.of(7L));
        when(store.place(any())).thenReturn(new AlertStore.Placed(List.of(RECEIPT), Set.of()));
        var waiting = Arrival.now(Delivery.of(incoming()), false);
        var kept = Arrival.left(new Delivery.Kept(incoming(), 12), 7);

        placer.place(new Load(List.of(kept, waiting), List.of(7L))).answers().run();

        assertThatThrownBy(waiting.answer()::join).hasRootCauseMessage("terminating connection");
        assertThat(kept.answer()).isCompletedWithValue(new Taken.Placed(RECEIPT));
        verify(unplaced).remove(List.of(7L));
        verify(payloads, never()).explain(anyLong(), anyString());
    }

    @Test
    void givenTheDatabaseIsAway_whenHandrailStops_thenWhatIsKeptStaysMarked() {
        when(transactions.writeAgainOnConflict(any())).thenThrow(away);
        placer.stop();
        var kept = Arrival.left(new Delivery.Kept(incoming(), 12), 7);

        assertThatThrownBy(() -> placer.place(new Load(List.of(kept), List.of(7L))))
                .hasMessageContaining("what is marked is placed when it starts");

        verify(unplaced, never()).remove(any());
        verify(payloads, never()).explain(anyLong(), anyString());
    }

    @Test
    void givenAMarkThatAnotherProcessHasTaken_whenItIsPlaced_thenItsDeliveriesAreNot() throws Exception {
        when(transactions.writeAgainOnConflict(any())).thenAnswer(call -> work(call.getArgument(0)));
        when(unplaced.hold(List.of(7L))).thenReturn(Set.of());
        when(store.place(List.of())).thenReturn(new AlertStore.Placed(List.of(), Set.of()));
        var kept = Arrival.left(new Delivery.Kept(incoming(), 12), 7);

        placer.place(new Load(List.of(kept), List.of(7L)));

        verify(store).place(List.of());
    }

    private static Object work(Supplier<?> work) {
        return work.get();
    }

    private static Incoming incoming() {
        return new Incoming("test", "{}", List.of(), Optional.empty());
    }
}
