package dev.handrail.slack.text;

import java.util.Map;

/** How much of a step's text one message shows beside its heading and its buttons; the rest is behind <em>Show all</em>. */
public final class Room {
    /** In UTF-16 code units of what is shown. */
    public static final int LENGTH = 7000;

    public static final int BLOCKS = 44;

    /** Whatever stands in so short a text, it is not shown longer than fits; a table is, which is padded. */
    private static final int SHORT = 2000;

    private Room() {}

    /** What a text takes when all of it is shown. */
    public record Needed(int length, int blocks) {
        public boolean fits() {
            return length <= LENGTH && blocks <= BLOCKS;
        }
    }

    /** Says whether a text is so short that it fits for certain, without finding out what it takes: a block has a line of its own. */
    public static boolean surelyFits(String markdown) {
        return markdown.length() <= SHORT
                && markdown.indexOf('|') < 0
                && markdown.lines().count() < BLOCKS;
    }

    public static Needed needed(String markdown) {
        var all = Markdown.body(markdown, Map.of()).within(Integer.MAX_VALUE, Integer.MAX_VALUE);
        return new Needed(all.length(), all.blocks().size());
    }
}
