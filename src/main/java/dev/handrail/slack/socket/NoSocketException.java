package dev.handrail.slack.socket;

/** There is no socket to be had now; the message says why, and can be shown to whoever runs Handrail. */
final class NoSocketException extends Exception {
    NoSocketException(String message) {
        super(message);
    }
}
