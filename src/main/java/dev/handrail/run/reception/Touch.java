package dev.handrail.run.reception;

import dev.handrail.platform.Sha256;
import dev.handrail.run.Command;
import java.util.ArrayList;
import java.util.List;

/** What one delivery means to one incident. */
final class Touch {
    private final List<String> joined = new ArrayList<>();
    private boolean changed;

    void add(Placement placement) {
        if (placement.isNew()) {
            joined.add(placement.fingerprint());
        }
        changed = changed || placement.changed();
    }

    /** @param firing how many alerts of the incident fire, after the delivery */
    List<Command> commands(int firing) {
        var commands = new ArrayList<Command>();
        if (!joined.isEmpty()) {
            commands.add(new Command.JoinAlerts(joined.size(), Sha256.of(String.join("\n", joined))));
        }
        if (changed) {
            commands.add(firing > 0 ? new Command.SourceFires() : new Command.SourceResolves());
        }
        return commands;
    }
}
