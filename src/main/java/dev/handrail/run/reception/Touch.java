package dev.handrail.run.reception;

import dev.handrail.incident.alerts.KeptAlert;
import dev.handrail.incident.alerts.Tally;
import dev.handrail.platform.Sha256;
import dev.handrail.run.Command;
import java.util.ArrayList;
import java.util.List;

/** What one commit means to one incident. */
final class Touch {
    private final List<String> joined = new ArrayList<>();

    void add(KeptAlert alert, boolean isNew) {
        if (isNew) {
            joined.add(alert.key());
        }
    }

    /** @param alerts of the incident, after the commit */
    List<Command> commands(Tally alerts) {
        var commands = new ArrayList<Command>();
        if (!joined.isEmpty()) {
            commands.add(new Command.JoinAlerts(joined.size(), Sha256.of(String.join("\n", joined))));
        }
        commands.add(alerts.firing() > 0 ? new Command.SourceFires() : new Command.SourceResolves());
        return commands;
    }
}
