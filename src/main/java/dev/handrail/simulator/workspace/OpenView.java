package dev.handrail.simulator.workspace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A modal that somebody has open, or their Home tab.
 *
 * @param previous the modal below it
 * @param hash changes with every update, so that an update of an older state can be refused
 * @param view what the bot sent
 */
public record OpenView(String id, String user, Optional<String> previous, String hash, ObjectNode view) {
    /** Says whether it is a Home tab, which nobody closes. */
    public boolean isHome() {
        return view.path("type").asText().equals("home");
    }

    public Optional<String> externalId() {
        return Optional.of(view.path("external_id").asText()).filter(id -> !id.isEmpty());
    }
}
