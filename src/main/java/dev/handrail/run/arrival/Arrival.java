package dev.handrail.run.arrival;

import dev.handrail.run.reception.Delivery;
import dev.handrail.run.reception.Receipt;
import java.util.concurrent.CompletableFuture;

/**
 * A delivery that waits to be placed, and who waits for it.
 *
 * @param isPatient whether it is answered only once it is placed
 * @param since when it came, by {@link System#nanoTime()}
 */
record Arrival(Delivery delivery, CompletableFuture<Taken> answer, boolean isPatient, long since) {
    /** Characters of a body that weigh as much as an alert: bodies wait in memory too. */
    private static final int LENGTH_OF_AN_ALERT = 2_000;

    static Arrival now(Delivery delivery, boolean isPatient) {
        return new Arrival(delivery, new CompletableFuture<>(), isPatient, System.nanoTime());
    }

    /** Returns how much it is to carry, in alerts. */
    int weight() {
        return 1 + delivery.alerts().size() + delivery.length() / LENGTH_OF_AN_ALERT;
    }

    /** Returns the same delivery, its payload stored. */
    Arrival keptAs(long payload) {
        return delivery instanceof Delivery.Sent sent
                ? new Arrival(new Delivery.Kept(sent.incoming(), payload), answer, isPatient, since)
                : this;
    }

    /** Answers a sender that does not wait for more than that it is stored. */
    void kept() {
        if (!isPatient && delivery instanceof Delivery.Kept kept) {
            answer.complete(new Taken.Kept(
                    kept.payload(), delivery.alerts().size(), kept.incoming().problem()));
        }
    }

    /** Answers whoever still waits. */
    void placed(Receipt receipt) {
        answer.complete(new Taken.Placed(receipt));
    }

    void failed(Throwable cause) {
        answer.completeExceptionally(cause);
    }
}
