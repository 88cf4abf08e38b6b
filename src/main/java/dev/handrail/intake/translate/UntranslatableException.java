package dev.handrail.intake.translate;

/** One alert of a delivery that cannot be understood. The message begins with the path inside the alert. */
final class UntranslatableException extends Exception {
    UntranslatableException(String message) {
        super(message);
    }

    UntranslatableException(String message, Throwable cause) {
        super(message, cause);
    }
}
