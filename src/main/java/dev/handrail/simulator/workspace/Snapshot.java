package dev.handrail.simulator.workspace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Everything of a workspace that survives the process. */
record Snapshot(
        String epoch,
        long revision,
        List<Channel> channels,
        List<Message> messages,
        List<OpenView> views,
        List<Triggers.Trigger> triggers,
        List<ResponseUrls.ResponseUrl> responseUrls,
        List<ObjectNode> alerts) {}
