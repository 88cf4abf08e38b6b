package dev.handrail.web.walk;

/**
 * What whoever pressed is told.
 *
 * @param words what they typed, where it was not recorded: nobody types it a second time at night; may be empty
 */
public record Said(String sentence, String words) {
    static final Said NOTHING = new Said("", "");
}
