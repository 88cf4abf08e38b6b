package dev.handrail.intake.door;

import java.time.Duration;

/** Whether a call comes in. */
public sealed interface Admission {
    record Admitted() implements Admission {}

    /**
     * 401.
     *
     * @param why what was found and what is wanted; holds no secret
     */
    record Refused(String why) implements Admission {}

    /** 403: the credential is for something else. */
    record Forbidden(String why) implements Admission {}

    /** 429, or 503 for a sender that gives up on 429. */
    record Throttled(Duration retryAfter, String why) implements Admission {}

    /** 503: nobody can say now. */
    record Later(String why) implements Admission {}
}
