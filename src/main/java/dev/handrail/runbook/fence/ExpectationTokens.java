package dev.handrail.runbook.fence;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The words and signs of an expectation. */
final class ExpectationTokens {
    private static final int LONGEST = 2_000;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final List<String> SIGNS =
            List.of("==", "!=", "<=", ">=", "&&", "||", "<", ">", "!", "(", ")", "[", "]", ".");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int next;

    private ExpectationTokens(String text) {
        this.text = text;
    }

    enum Form {
        NAME,
        NUMBER,
        TEXT,
        SIGN,
        END
    }

    /** @param offset how many characters precede it */
    record Token(Form type, String text, int offset) {
        BigDecimal number() {
            return new BigDecimal(text);
        }
    }

    /** Why a text is no expectation. */
    static final class Fault extends Exception {
        private final int offset;
        private final String found;
        private final String wanted;

        Fault(int offset, String found, String wanted) {
            super(found + "; wanted " + wanted, null, false, false);
            this.offset = offset;
            this.found = found;
            this.wanted = wanted;
        }

        int offset() {
            return offset;
        }

        String found() {
            return found;
        }

        String wanted() {
            return wanted;
        }
    }

    /** Returns the tokens, the last of them the end. */
    static List<Token> of(String text) throws Fault {
        if (text.length() > LONGEST) {
            throw new Fault(LONGEST, text.length() + " characters", "at most " + LONGEST);
        }
        return new ExpectationTokens(text).all();
    }

    private List<Token> all() throws Fault {
        while (next < text.length()) {
            var c = text.charAt(next);
            if (Character.isWhitespace(c)) {
                next++;
            } else if (c == '"' || c == '\'') {
                quoted(c);
            } else if (!matched(NUMBER, Form.NUMBER) && !matched(NAME, Form.NAME)) {
                sign();
            }
        }
        tokens.add(new Token(Form.END, "", text.length()));
        return tokens;
    }

    private boolean matched(Pattern pattern, Form type) {
        var matcher = pattern.matcher(text);
        if (!matcher.find(next) || matcher.start() != next) {
            return false;
        }
        add(type, matcher.group());
        return true;
    }

    private void add(Form type, String token) {
        tokens.add(new Token(type, token, next));
        next += token.length();
    }

    /** A text ends at its own kind of quote; there are no escapes, so that every character stands where it counts. */
    private void quoted(char quote) throws Fault {
        var end = text.indexOf(quote, next + 1);
        if (end < 0) {
            throw new Fault(next, "a text without its closing " + quote, "the quote");
        }
        tokens.add(new Token(Form.TEXT, text.substring(next + 1, end), next));
        next = end + 1;
    }

    private void sign() throws Fault {
        for (var sign : SIGNS) {
            if (text.startsWith(sign, next)) {
                add(Form.SIGN, sign);
                return;
            }
        }
        var found = new String(Character.toChars(text.codePointAt(next)));
        var wanted = found.equals("=") ? "==" : found.equals("&") || found.equals("|") ? found + found : "a value";
        throw new Fault(next, "'" + found + "'", wanted);
    }
}
