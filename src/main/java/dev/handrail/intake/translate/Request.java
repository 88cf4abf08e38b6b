package dev.handrail.intake.translate;

/** What a sender asks for besides having its alerts taken. */
public sealed interface Request {
    /**
     * The body of the answer that its client reads.
     *
     * @param mediaType for instance {@code application/json}
     */
    record Answer(String mediaType, String body) implements Request {}

    /**
     * That whoever receives this proves it wants it, by opening an address. A stranger wrote the address: the host and the
     * signature are to be checked first.
     */
    record Confirmation(String address) implements Request {}
}
