package dev.handrail.slack.inbound;

/** Another process has done what this one was about to do; the transaction is undone. */
final class AlreadyDoneException extends RuntimeException {
    AlreadyDoneException(long row) {
        super("row %d of the inbox has been handled by another process".formatted(row));
    }
}
