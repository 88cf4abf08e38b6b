package dev.handrail.platform.settings;

/**
 * One wrong setting, said so that whoever runs Handrail can mend it.
 *
 * @param variable the environment variable, for instance {@code HANDRAIL_URL}
 * @param found what it is set to; never a secret's value
 * @param wanted what it should be, and what to do
 */
public record SettingProblem(String variable, String found, String wanted) {
    /** Returns {@code VARIABLE: found ..., wanted ...}. */
    @Override
    public String toString() {
        return "%s: found %s; wanted %s".formatted(variable, found, wanted);
    }
}
