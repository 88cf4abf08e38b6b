package dev.handrail.intake.translate;

/** One alert of a delivery that cannot be understood. The message begins with the path inside the alert. */
public final class UntranslatableException extends Exception {
    public UntranslatableException(String message) {
        super(message);
    }

    public UntranslatableException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Returns the message, which is always there. */
    public String message() {
        return String.valueOf(getMessage());
    }
}
