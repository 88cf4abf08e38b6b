package dev.handrail.platform;

import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.exceptions.CannotCreateTransactionException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** Where a database transaction begins and ends: explicit, one per decision. Repositories join the one they are called in. */
@Singleton
public final class Transactions {
    private static final int TRIES = 5;

    private final TransactionOperations<Connection> operations;

    /** What was read at the beginning of a transaction is not so any more: it is to be done again. */
    public static final class OvertakenException extends RuntimeException {
        public OvertakenException(String message) {
            super(message);
        }
    }

    Transactions(TransactionOperations<Connection> operations) {
        this.operations = operations;
    }

    /** Does {@code work} in one transaction: all of it is stored, or, when it throws, nothing. */
    public <T> T write(Supplier<T> work) {
        return operations.executeWrite(_ -> work.get());
    }

    public void run(Runnable work) {
        operations.executeWrite(_ -> {
            work.run();
            return true;
        });
    }

    /**
     * Does {@code work} in one transaction, and again when another transaction was in its way: it had inserted the same unique
     * key, held rows in the other order, or changed what this one had read.
     */
    public <T> T writeAgainOnConflict(Supplier<T> work) {
        for (var tried = 1; ; tried++) {
            try {
                return write(work);
            } catch (RuntimeException e) {
                if (tried == TRIES || !isConflict(e)) {
                    throw e;
                }
            }
        }
    }

    public <T> T read(Supplier<T> work) {
        return operations.executeRead(_ -> work.get());
    }

    /**
     * Says whether the database was not to be reached, or was going away, so that a failure says nothing of what was to be done:
     * SQLSTATE class 08, 53 and 57 (PostgreSQL), 90007, 90067, 90098 and 90121 (H2), and no connection to be had in time.
     */
    public static boolean isAway(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException
                    || cause instanceof CannotCreateTransactionException
                    || (cause instanceof SQLException sql && isAway(Objects.toString(sql.getSQLState(), "")))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAway(String state) {
        return state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57")
                || List.of("90007", "90067", "90098", "90121").contains(state);
    }

    /**
     * SQLSTATE class 23: a constraint was violated; 40: the transaction was rolled back, for instance by a deadlock; HYT00 (H2)
     * and 55P03 (PostgreSQL): somebody else held a row for too long.
     */
    private static boolean isConflict(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof OvertakenException) {
                return true;
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                var state = sql.getSQLState();
                return state.startsWith("23")
                        || state.startsWith("40")
                        || state.equals("HYT00")
                        || state.equals("55P03");
            }
        }
        return false;
    }
}
