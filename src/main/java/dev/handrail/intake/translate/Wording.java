package dev.handrail.intake.translate;

import dev.handrail.platform.Text;

/** A stranger's text, made fit to be kept: of a sane length, and of characters that can be stored. */
public final class Wording {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_LABEL = 2_000;
    private static final int LONGEST_ANNOTATION = 8_000;

    private Wording() {}

    /** Returns a label's name as Prometheus would have it: {@code error.type} becomes {@code error_type}. */
    public static String name(String sent) {
        var name = new StringBuilder();
        for (var i = 0; i < Math.min(sent.length(), LONGEST_NAME); i++) {
            var c = sent.charAt(i);
            var isDigit = c >= '0' && c <= '9';
            if (isDigit && i == 0) {
                name.append('_');
            }
            var isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            name.append(isDigit || isLetter ? c : '_');
        }
        return name.toString();
    }

    public static String label(String sent) {
        return bounded(sent, LONGEST_LABEL);
    }

    public static String annotation(String sent) {
        return bounded(sent, LONGEST_ANNOTATION);
    }

    /** Returns the text; its beginning and an ellipsis if it is longer. */
    public static String bounded(String sent, int longest) {
        return Text.storable(sent.length() <= longest ? sent : sent.substring(0, longest - 1) + "…");
    }
}
