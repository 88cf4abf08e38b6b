package dev.handrail.runbook.current;

/** There are no runbooks to start with, because their source cannot be reached. The message says what to do. */
public final class SourceUnavailableException extends RuntimeException {
    public SourceUnavailableException(String sentence) {
        super(sentence);
    }
}
