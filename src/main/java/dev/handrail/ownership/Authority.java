package dev.handrail.ownership;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an owner may decide of a failure. The names are stored, and are those of owners.yml. */
public enum Authority {
    /** To try the failed thing again. */
    @JsonProperty("retry")
    RETRY,
    /** To change data or settings so that it works. */
    @JsonProperty("repair")
    REPAIR,
    /** To have its alerts start nothing for a while. */
    @JsonProperty("suppress")
    SUPPRESS,
    /** To bring in others. */
    @JsonProperty("escalate")
    ESCALATE;

    /** Returns the word of owners.yml. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Authority> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
