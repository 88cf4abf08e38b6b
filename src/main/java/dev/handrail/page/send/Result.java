package dev.handrail.page.send;

/** What came of one try to tell somebody. */
public sealed interface Result {
    /** Returns what the other side said, or why nothing was sent, for people and without secrets. */
    String detail();

    /** The other side has it. */
    record Sent(String detail) implements Result {}

    /** It may go better in a while. It may have arrived all the same. */
    record Later(String detail) implements Result {}

    /** Nothing was sent, because nobody has set this way up where none is needed. */
    record NotSetUp(String detail) implements Result {}

    /** It will not go better by itself. */
    record Refused(String detail) implements Result {}
}
