package dev.handrail.page.book;

/** What a page says to its contact. The names are stored. */
public enum Act {
    /** This needs you. */
    TELL,
    /** Somebody has it. */
    ACKNOWLEDGE,
    /** It is over. */
    RESOLVE
}
