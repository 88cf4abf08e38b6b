package dev.handrail.runbook.markdown;

import com.google.re2j.Pattern;
import dev.handrail.platform.source.Position;
import java.util.Optional;

/**
 * A heading.
 *
 * @param level from 1
 * @param text as plain text, with its number if it has one
 * @param slug its name as GitHub gives it
 * @param anchor the name that its author gave it: {@code <a id="replay"></a>}
 * @param hasAddress whether there is a link or a picture in it, of which the text does not tell where it leads
 * @param line counted from 0
 */
public record Title(
        int level, String text, String slug, Optional<String> anchor, boolean hasAddress, int line, Position at) {
    private static final Pattern NUMBER =
            Pattern.compile("(?i)(?:step\\s+)?(?:[0-9]+\\.)*[0-9]+[.):]\\s+|step\\s+[0-9]+\\s*[-–—]\\s+");

    /** Returns the text without a leading number, which only helps readers. */
    public String unnumbered() {
        if (!text.isEmpty() && "0123456789sS".indexOf(text.charAt(0)) < 0) {
            return text;
        }
        var number = NUMBER.matcher(text);
        return number.lookingAt() && number.end() < text.length() ? text.substring(number.end()) : text;
    }
}
