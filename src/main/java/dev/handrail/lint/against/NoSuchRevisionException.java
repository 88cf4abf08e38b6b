package dev.handrail.lint.against;

/** There is nothing to compare with. The message is a sentence for whoever asked. */
public final class NoSuchRevisionException extends RuntimeException {
    NoSuchRevisionException(String sentence) {
        super(sentence);
    }

    NoSuchRevisionException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
