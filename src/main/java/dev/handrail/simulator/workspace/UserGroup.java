package dev.handrail.simulator.workspace;

import java.util.List;

/** A team that can be mentioned as one. */
public record UserGroup(String id, String handle, String name, List<String> members) {
    public UserGroup {
        members = List.copyOf(members);
    }
}
