package dev.handrail.platform.source;

/**
 * One fault in a file that somebody wrote, said so that its author can mend it.
 *
 * @param rule the stable name of the rule, in kebab-case, for instance {@code unknown-owner}
 * @param found what stands there
 * @param wanted what should stand there instead
 */
public record Problem(Position at, Severity severity, String rule, String found, String wanted) {
    /** An error keeps the file out of the library; a warning does not. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public static Problem error(Position at, String rule, String found, String wanted) {
        return new Problem(at, Severity.ERROR, rule, found, wanted);
    }

    public static Problem warning(Position at, String rule, String found, String wanted) {
        return new Problem(at, Severity.WARNING, rule, found, wanted);
    }

    /** Returns the same fault as one that keeps nothing out. */
    public Problem asWarning() {
        return warning(at, rule, found, wanted);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** Returns {@code file:line:column: error rule: found ..., wanted ...}. */
    @Override
    public String toString() {
        return "%s: %s %s: found %s; wanted %s".formatted(at, isError() ? "error" : "warning", rule, found, wanted);
    }
}
