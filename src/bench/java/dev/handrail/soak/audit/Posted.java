package dev.handrail.soak.audit;

import java.util.Map;

/** What Slack was sent, by somebody who saw all of it. */
public interface Posted {
    /** Returns how often each slot of each incident was posted: {@code 12 root}, {@code 12 page/3}. */
    Map<String, Integer> posts();

    /** Returns the channel and ts of each slot's last post. */
    Map<String, String> places();
}
