package dev.handrail.slack.actor;

import com.google.re2j.Pattern;
import dev.handrail.platform.settings.SettingsReader;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who may act through Slack, as whoever runs Handrail has it.
 *
 * @param guestsAct whether guests, and people of other workspaces, may act in incidents
 * @param responders the user groups, by id, whose members may act; everybody, where there is none
 */
public record ActorSettings(boolean guestsAct, Set<String> responders) {
    private static final String GUESTS = "handrail.slack.guests";
    private static final String RESPONDERS = "handrail.slack.responders";
    private static final Pattern GROUP = Pattern.compile("S[A-Z0-9]{2,30}");

    public ActorSettings {
        responders = Set.copyOf(responders);
    }

    /** Reads them; what is wrong is in {@code settings} then. */
    public static ActorSettings read(SettingsReader settings) {
        var guests = settings.text(GUESTS).orElse("read");
        if (!guests.equals("read") && !guests.equals("act")) {
            settings.report(GUESTS, "'" + guests + "'", "read, where guests may only read, or act");
        }
        return new ActorSettings(guests.equals("act"), responders(settings));
    }

    private static Set<String> responders(SettingsReader settings) {
        var groups = new TreeSet<String>();
        settings.text(RESPONDERS).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .forEach(id -> {
                    if (GROUP.matches(id)) {
                        groups.add(id);
                    } else {
                        settings.report(RESPONDERS, "'" + id + "'", "ids of Slack user groups, such as S01ERP,S02PAY");
                    }
                });
        return groups;
    }

    /** Says whether Slack has to be asked of anybody at all. */
    boolean asksSlack() {
        return !guestsAct || !responders.isEmpty();
    }
}
