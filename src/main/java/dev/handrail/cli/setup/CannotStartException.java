package dev.handrail.cli.setup;

/** Why a command cannot begin: a sentence for whoever typed it. */
public final class CannotStartException extends RuntimeException {
    public CannotStartException(String sentence) {
        super(sentence);
    }

    public CannotStartException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
