package dev.handrail.intake.redact;

import com.google.re2j.Pattern;

/** Secrets inside a text: credentials of HTTP, passwords in addresses, what is named as one, and keys that their makers mark. */
final class SecretText {
    private static final Pattern CREDENTIAL =
            Pattern.compile("(?i)authorization[\"']?\\s*[:=]\\s*[\"']?(?:bearer|basic|token)?\\s*[A-Za-z0-9._~+/=-]{8,}"
                    + "|\\b(?:bearer|basic)\\s+[A-Za-z0-9._~+/=-]*[0-9_][A-Za-z0-9._~+/=-]{15,}"
                    + "|\\b(?:set-)?cookie[\"']?\\s*:\\s*[^\\r\\n]{4,}"
                    + "|://[^/\\s:@]+:[^/\\s@]+@");

    private static final Pattern MARKED =
            Pattern.compile("\\b(?:xox[abeprs]-|xapp-|sk_live_|rk_live_|whsec_|gh[pousr]_|github_pat_"
                    + "|glpat-|AKIA|ASIA|hr_alert_|hr_api_)[A-Za-z0-9_-]{8,}"
                    + "|\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]*");

    /** The name stays: it says what was there. */
    private static final Pattern NAMED = Pattern.compile(
            "(?i)\\b((?:[a-z0-9]+[_-])*(?:token|secret|passw(?:or)?d|credentials?|(?:api|access|routing|private|signing)[_-]?key)"
                    + "[\"']?\\s*[=:]\\s*[\"']?)[^\\s\"'&,;<>]{4,}");

    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,200}[A-Za-z0-9])?");

    private SecretText() {}

    static String redact(String text, Pseudonyms pseudonyms) {
        var unmarked = replaced(MARKED, text, pseudonyms);
        return replaced(NAMED, replaced(CREDENTIAL, unmarked, pseudonyms), pseudonyms);
    }

    static String redactEmail(String text, Pseudonyms pseudonyms) {
        return replaced(EMAIL, text, pseudonyms);
    }

    /** What the pattern takes as its first group stays before the pseudonym. */
    private static String replaced(Pattern secret, String text, Pseudonyms pseudonyms) {
        var matcher = secret.matcher(text);
        var result = new StringBuilder();
        var end = 0;
        for (; matcher.find(); end = matcher.end()) {
            var name = matcher.groupCount() == 0 ? "" : matcher.group(1);
            result.append(text, end, matcher.start())
                    .append(name)
                    .append(pseudonyms.of(matcher.group().substring(name.length())));
        }
        return end == 0 ? text : result.append(text, end, text.length()).toString();
    }
}
