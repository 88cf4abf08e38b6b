package dev.handrail.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mock, because no real database deadlocks on demand. */
class TransactionsTest {
    @SuppressWarnings("unchecked")
    private final TransactionOperations<Connection> database = mock(TransactionOperations.class);

    private final Transactions transactions = new Transactions(database);

    @ParameterizedTest
    @ValueSource(strings = {"23505", "40001", "40P01", "55P03", "HYT00"})
    void givenAnotherTransactionWasInTheWay_whenWritten_thenItIsDoneAgain(String state) {
        when(database.executeWrite(any()))
                .thenThrow(failure(state))
                .thenThrow(failure(state))
                .thenReturn("stored");

        assertThat(transactions.writeAgainOnConflict(() -> "stored")).isEqualTo("stored");
        verify(database, times(3)).executeWrite(any());
    }

    @Test
    void givenAnotherFault_whenWritten_thenItIsNotDoneAgain() {
        when(database.executeWrite(any())).thenThrow(failure("22001"));

        assertThatThrownBy(() -> transactions.writeAgainOnConflict(() -> "stored"))
                .hasMessage("wrapped");
        verify(database, times(1)).executeWrite(any());
    }

    @Test
    void givenItIsAlwaysInTheWay_whenWritten_thenItIsGivenUpAfterFiveTries() {
        when(database.executeWrite(any())).thenThrow(failure("40001"));

        assertThatThrownBy(() -> transactions.writeAgainOnConflict(() -> "stored"))
                .hasMessage("wrapped");
        verify(database, times(5)).executeWrite(any());
    }

    private static RuntimeException failure(String state) {
        return new IllegalStateException("wrapped", new SQLException("somebody was in the way", state));
    }
}
