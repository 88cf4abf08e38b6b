package dev.handrail.intake.proof;

/** What a proof says of a call. */
public sealed interface Verdict {
    /** It may send. */
    record Accepted() implements Verdict {}

    /** @param why for whoever sets the sender up; holds no secret */
    record Refused(String why) implements Verdict {}

    /** The credential is good, and for something else. */
    record NotHere(String why) implements Verdict {}

    /** Nobody can say now, for instance because a certificate cannot be fetched: the sender is to try again. */
    record Later(String why) implements Verdict {}

    Verdict ACCEPTED = new Accepted();

    static Verdict of(boolean right, String otherwise) {
        return right ? ACCEPTED : new Refused(otherwise);
    }
}
