package dev.handrail.runbook.layout;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The sections that a runbook may have, and the words that authors use for them. */
public enum SectionName {
    MEANING,
    IMPACT,
    CAUSES,
    DIAGNOSIS,
    MITIGATION,
    VERIFICATION,
    ESCALATION,
    REFERENCES;

    private static final Map<String, SectionName> BY_WORD = byWord();

    /** Returns the section that a heading opens; empty if its text is none of the known words. */
    public static Optional<SectionName> of(String heading) {
        var word = heading.strip().toLowerCase(Locale.ROOT).replaceFirst("\\s*:$", "");
        return Optional.ofNullable(BY_WORD.get(word));
    }

    boolean isWalked() {
        return switch (this) {
            case DIAGNOSIS, MITIGATION, VERIFICATION -> true;
            case MEANING, IMPACT, CAUSES, ESCALATION, REFERENCES -> false;
        };
    }

    private static Map<String, SectionName> byWord() {
        var all = new HashMap<String, SectionName>();
        for (var name : values()) {
            name.words().forEach(word -> all.put(word, name));
        }
        return Map.copyOf(all);
    }

    private List<String> words() {
        return switch (this) {
            case MEANING ->
                words("meaning; overview; description; symptoms; symptom; alert description; summary; "
                        + "issue; problem; background; purpose");
            case IMPACT -> words("impact; business impact; severities; why it matters");
            case CAUSES -> words("causes; cause; reason; likely causes; possible causes; root causes");
            case DIAGNOSIS ->
                words("diagnosis; investigation; troubleshooting; troubleshooting pointers; checks; "
                        + "possible checks; steps to check; how to confirm; first and foremost");
            case MITIGATION ->
                words("mitigation; resolution; recovery; solution; fix; recommended fix; workaround; "
                        + "possible resolutions; steps; procedure; remediation; what to do");
            case VERIFICATION -> words("verification; verify; confirm recovery");
            case ESCALATION -> words("escalation; contacts; who to call; when to escalate");
            case REFERENCES ->
                words("references; related reading; further information; links; see also; attached files");
        };
    }

    private static List<String> words(String joined) {
        return List.of(joined.split("; "));
    }
}
