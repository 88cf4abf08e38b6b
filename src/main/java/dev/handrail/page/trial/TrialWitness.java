package dev.handrail.page.trial;

import java.time.Duration;

/** Is told when a test page has been confirmed, once. */
public interface TrialWitness {
    /** @param after how long after it was sent */
    void confirmed(Trial trial, Duration after);
}
