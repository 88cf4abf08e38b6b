package dev.handrail.intake.redact;

/**
 * Numbers that can be those of payment cards: an issuer's first digits, as many digits as it uses, and the check digit right (ISO/IEC
 * 7812). A number without an issuer's beginning is left: one in ten of all ids has a right check digit.
 */
final class CardNumbers {
    private static final int MOST = 19;

    private CardNumbers() {}

    static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(CardNumbers::isDigit);
    }

    /** Says whether digits are a card's. */
    static boolean isCard(String digits) {
        return isNumber(digits) && isIssued(digits) && isChecked(digits);
    }

    /** Returns a text without card numbers, written whole or in the groups that stand on a card. */
    static String redact(String text) {
        var result = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int end = isDigit(text.charAt(i)) && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)))
                    ? cardEnd(text, i)
                    : i;
            if (end > i) {
                result.append(Pseudonyms.BARE);
                i = end;
            } else {
                result.append(text.charAt(i++));
            }
        }
        return result.toString();
    }

    /** Returns where the card number that begins at {@code start} ends; {@code start} if none does. */
    private static int cardEnd(String text, int start) {
        var digits = new StringBuilder();
        var groups = new StringBuilder();
        int i = start;
        int found = start;
        while (i < text.length() && digits.length() <= MOST) {
            int groupEnd = i;
            while (groupEnd < text.length() && isDigit(text.charAt(groupEnd))) {
                groupEnd++;
            }
            digits.append(text, i, groupEnd);
            groups.append(groups.isEmpty() ? "" : "-").append(groupEnd - i);
            var whole = groupEnd == text.length() || !Character.isLetterOrDigit(text.charAt(groupEnd));
            if (whole && isPrinted(groups.toString()) && isCard(digits.toString())) {
                found = groupEnd;
            }
            if (!goesOn(text, groupEnd)) {
                break;
            }
            i = groupEnd + 1;
        }
        return found;
    }

    private static boolean goesOn(String text, int at) {
        return at + 1 < text.length()
                && (text.charAt(at) == ' ' || text.charAt(at) == '-')
                && isDigit(text.charAt(at + 1));
    }

    private static boolean isPrinted(String groups) {
        return groups.indexOf('-') < 0
                || groups.equals("4-4-4-4")
                || groups.equals("4-4-4-4-3")
                || groups.equals("4-6-5")
                || groups.equals("4-6-4");
    }

    private static boolean isIssued(String digits) {
        var length = digits.length();
        if (length < 13 || length > MOST) {
            return false;
        }
        var two = Integer.parseInt(digits, 0, 2, 10);
        var four = Integer.parseInt(digits, 0, 4, 10);
        var visa = digits.charAt(0) == '4' && (length == 13 || length == 16 || length == 19);
        var mastercard = length == 16 && (isIn(two, 51, 55) || isIn(four, 2221, 2720));
        var americanExpress = length == 15 && (two == 34 || two == 37);
        var diners = length >= 14 && (two == 36 || isIn(two, 38, 39) || isIn(four, 3000, 3059));
        var others = length >= 16 && (isIn(four, 3528, 3589) || two == 50 || isIn(two, 56, 69));
        return visa || mastercard || americanExpress || diners || others;
    }

    private static boolean isIn(int number, int least, int most) {
        return number >= least && number <= most;
    }

    /** Luhn's check. */
    private static boolean isChecked(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            var digit = digits.charAt(digits.length() - 1 - i) - '0';
            var doubled = i % 2 == 0 ? digit : 2 * digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
