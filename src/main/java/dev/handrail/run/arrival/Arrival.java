package dev.handrail.run.arrival;

import dev.handrail.run.reception.Delivery;
import dev.handrail.run.reception.Incoming;
import dev.handrail.run.reception.Receipt;
import java.util.concurrent.CompletableFuture;

/**
 * A delivery that waits to be placed, and who waits for it.
 *
 * @param mark the number of the row that says that it is kept and not placed; 0 for one that is not kept
 * @param isPatient whether it is answered only once it is placed
 * @param since when it came, by {@link System#nanoTime()}
 */
record Arrival(Delivery delivery, CompletableFuture<Taken> answer, long mark, boolean isPatient, long since) {
    static Arrival now(Delivery delivery, boolean isPatient) {
        return new Arrival(delivery, new CompletableFuture<>(), 0, isPatient, System.nanoTime());
    }

    /** Returns one that another process kept: nobody waits for it any more. */
    static Arrival left(Delivery.Kept delivery, long mark) {
        return new Arrival(delivery, new CompletableFuture<>(), mark, true, System.nanoTime());
    }

    boolean isKept() {
        return mark != 0;
    }

    /** Returns how much it is to carry, in alerts. */
    int weight() {
        return delivery.weight();
    }

    /** Returns the same delivery, its payload stored. */
    Arrival keptAs(long payload, long as) {
        return new Arrival(new Delivery.Kept(incoming(), payload), answer, as, isPatient, since);
    }

    private Incoming incoming() {
        return switch (delivery) {
            case Delivery.Sent sent -> sent.incoming();
            case Delivery.Kept kept -> kept.incoming();
            case Delivery.Again again ->
                throw new IllegalArgumentException("alert %d is stored, and has nothing to keep"
                        .formatted(again.held().id()));
        };
    }

    /** Answers a sender that does not wait for more than that it is stored. */
    void kept() {
        if (delivery instanceof Delivery.Kept kept) {
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
