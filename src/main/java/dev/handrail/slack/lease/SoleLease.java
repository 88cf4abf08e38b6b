package dev.handrail.slack.lease;

import dev.handrail.platform.Transactions;
import java.util.function.Supplier;

/** The right of a process that has its database to itself, an embedded one: nobody else is there. */
final class SoleLease implements Lease {
    private final Transactions transactions;

    SoleLease(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void start() {}

    @Override
    public boolean isHeld() {
        return true;
    }

    @Override
    public <T> T store(Supplier<T> work) {
        return transactions.write(work);
    }

    @Override
    public void remember() {}

    @Override
    public void close() {}
}
