package dev.handrail.runbook;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;

/** What happens when the source says that the condition is over. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Resolution.Verify.class, name = "verify"),
    @JsonSubTypes.Type(value = Resolution.Auto.class, name = "auto"),
    @JsonSubTypes.Type(value = Resolution.Quiet.class, name = "quiet")
})
public sealed interface Resolution {
    /** The responder is asked the Verification steps; without such a section, whether it is over. */
    record Verify() implements Resolution {}

    /** The incident closes at once. */
    record Auto() implements Resolution {}

    /** The incident closes when the source has been quiet for this long. */
    record Quiet(Duration time) implements Resolution {}
}
