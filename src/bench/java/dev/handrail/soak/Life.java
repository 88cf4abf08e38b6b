package dev.handrail.soak;

/**
 * One process of Handrail, from its start to its end.
 *
 * @param end how it was ended
 * @param megabytes what it held of the machine's memory then
 */
record Life(End end, long megabytes, double processorSeconds) {
    enum End {
        SIGTERM,
        KILL
    }
}
