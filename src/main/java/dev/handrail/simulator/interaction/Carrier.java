package dev.handrail.simulator.interaction;

/** Takes a parcel to the bot, once, and waits 3 s for its answer. */
@FunctionalInterface
public interface Carrier {
    Delivery carry(Parcel parcel);
}
