package dev.handrail.run.arrival;

import dev.handrail.run.reception.Receipt;
import java.util.Optional;

/** What a sender is answered: either way, nothing of the delivery can be lost any more. */
public sealed interface Taken {
    /** Its alerts are where they belong. */
    record Placed(Receipt receipt) implements Taken {}

    /**
     * It is stored, and its alerts are placed next: too many came at once for all to wait for that.
     *
     * @param payload its number
     * @param alerts how many there are in it
     * @param problem why some of it could not be translated; empty when all of it was
     */
    record Kept(long payload, int alerts, Optional<String> problem) implements Taken {}
}
