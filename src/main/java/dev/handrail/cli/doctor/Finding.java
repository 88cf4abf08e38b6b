package dev.handrail.cli.doctor;

/**
 * What one look at one thing found.
 *
 * @param about what was looked at, in a word or two
 * @param says what was found; never a secret
 * @param todo what to do; empty where there is nothing
 */
record Finding(Level level, String about, String says, String todo) {
    /** How bad it is. */
    enum Level {
        OK,
        /** Handrail runs, and somebody may miss something. */
        WARN,
        /** Somebody will not be told. */
        FAIL
    }

    static Finding ok(String about, String says) {
        return new Finding(Level.OK, about, says, "");
    }

    static Finding warn(String about, String says, String todo) {
        return new Finding(Level.WARN, about, says, todo);
    }

    static Finding fail(String about, String says, String todo) {
        return new Finding(Level.FAIL, about, says, todo);
    }
}
