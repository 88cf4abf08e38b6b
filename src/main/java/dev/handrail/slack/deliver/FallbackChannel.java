package dev.handrail.slack.deliver;

/** The channel that incidents are posted to when their own refuses them. */
@FunctionalInterface
public interface FallbackChannel {
    /** Returns {@code #name} or Slack's {@code C...}. */
    String name();
}
