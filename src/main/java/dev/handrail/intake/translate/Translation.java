package dev.handrail.intake.translate;

/** What one kind of sender's JSON means. Never throws for what a sender sent: that is a problem of the result. */
public interface Translation {
    Translated translate(Sent sent);
}
