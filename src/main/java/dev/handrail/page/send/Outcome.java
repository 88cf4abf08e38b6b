package dev.handrail.page.send;

/** What came of one try to tell somebody. */
public sealed interface Outcome {
    /** Returns what the other side said, or why nothing was sent, for people and without secrets. */
    String detail();

    /** The other side has it. */
    record Sent(String detail) implements Outcome {}

    /** It may go better in a while. It may have arrived all the same. */
    record Later(String detail) implements Outcome {}

    /** Nothing was sent, because nobody has set this way up where none is needed. */
    record NotSetUp(String detail) implements Outcome {}

    /** It will not go better by itself. */
    record Refused(String detail) implements Outcome {}
}
