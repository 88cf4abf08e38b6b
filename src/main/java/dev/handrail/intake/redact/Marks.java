package dev.handrail.intake.redact;

/** The signs by which one look at a text tells whether it may hold something secret. Most texts hold none. */
final class Marks {
    static final int SECRET = 1;
    static final int DIGITS = 2;
    static final int EMAIL = 4;

    private static final int FEWEST_DIGITS = 13;
    private static final String STARTS = "abceghrswxABCEGHRSWX";
    private static final boolean[] LOOKED_AT = new boolean[128];

    static {
        for (var c : (STARTS + "0123456789@=:").toCharArray()) {
            LOOKED_AT[c] = true;
        }
    }

    private Marks() {}

    /** Returns which of the three there may be. */
    static int in(String text) {
        int found = 0;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
                found |= digits >= FEWEST_DIGITS ? DIGITS : 0;
                continue;
            }
            digits = (c == ' ' || c == '-') ? digits : 0;
            if (c < LOOKED_AT.length && LOOKED_AT[c]) {
                found |= c == '@' ? address(text, i) : isMark(text, i, c) ? SECRET : 0;
            }
        }
        return found;
    }

    /** An {@code @} alone is no secret; {@code https://user:password@host} is. */
    private static int address(String text, int at) {
        return text.lastIndexOf("://", at) < 0 ? EMAIL : EMAIL | SECRET;
    }

    private static boolean isMark(String text, int at, char c) {
        return switch (c) {
            case 'a', 'A' ->
                starts(text, at, "authorization") || text.startsWith("AKIA", at) || text.startsWith("ASIA", at);
            case 'b', 'B' -> starts(text, at, "bearer") || starts(text, at, "basic");
            case 'c', 'C' -> starts(text, at, "cookie");
            case 'e' -> text.startsWith("eyJ", at);
            case 'g' ->
                text.startsWith("ghp_", at)
                        || text.startsWith("gho_", at)
                        || text.startsWith("github_pat_", at)
                        || text.startsWith("glpat-", at);
            case 'h' -> text.startsWith("hr_a", at);
            case 'r' -> text.startsWith("rk_live_", at);
            case 's' -> text.startsWith("sk_live_", at);
            case 'w' -> text.startsWith("whsec_", at);
            case 'x' -> text.startsWith("xox", at) || text.startsWith("xapp-", at);
            case '=', ':' -> SecretNames.isSecret(wordBefore(text, at));
            default -> false;
        };
    }

    /** {@code token=} and {@code password: } name what comes after. */
    private static String wordBefore(String text, int at) {
        var end = at;
        while (end > 0
                && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '"' || text.charAt(end - 1) == '\'')) {
            end--;
        }
        var start = end;
        while (start > 0 && end - start < 20 && isNamePart(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, end);
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }

    private static boolean starts(String text, int at, String word) {
        return text.regionMatches(true, at, word, 0, word.length());
    }
}
