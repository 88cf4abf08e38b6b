package dev.handrail.simulator.wire;

import java.util.List;

/** Slack's "no": the {@code error} of an answer with {@code ok:false}, and the details of its {@code response_metadata}. */
public final class Refusal extends RuntimeException {
    private final String error;
    private final List<String> details;

    public Refusal(String error) {
        this(error, List.of());
    }

    public Refusal(String error, List<String> details) {
        super(details.isEmpty() ? error : error + ": " + String.join("; ", details));
        this.error = error;
        this.details = List.copyOf(details);
    }

    public String error() {
        return error;
    }

    public List<String> details() {
        return details;
    }
}
