package dev.handrail.match;

/** Which rungs of the ladder are climbed. */
public enum Rungs {
    ALL,

    /** Without those that compare names and addresses: to measure how well the others do on their own. */
    WITHOUT_NAMES
}
