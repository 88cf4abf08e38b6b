package dev.handrail.web.walk;

/**
 * What whoever pressed is told.
 *
 * @param words what they typed, where it was not recorded: nobody types it a second time at night; may be empty
 */
public record Said(String sentence, String words) {
    static final Said NOTHING = new Said("", "");

    /** Shows what was typed again, so that it need not be typed twice. */
    Said with(String typed) {
        return new Said(sentence, typed);
    }
}
