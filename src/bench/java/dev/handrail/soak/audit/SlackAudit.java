package dev.handrail.soak.audit;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds what was posted in Slack against what the timelines say should be there. */
public final class SlackAudit {
    private static final Set<String> CALLED_FOR =
            Set.of("acknowledged", "took_over", "page_taken", "runbook_picked", "level_told");

    private final Rows rows;
    private final Posted slack;
    private final Findings findings;

    public SlackAudit(Rows rows, Posted slack, Findings findings) {
        this.rows = rows;
        this.slack = slack;
        this.findings = findings;
    }

    public void check() throws SQLException {
        var posts = slack.posts();
        findings.none(
                "messages that were posted more than once",
                posts.entrySet().stream()
                        .filter(entry -> entry.getValue() > 1)
                        .map(entry -> "incident " + entry.getKey() + ": " + entry.getValue() + " times")
                        .toList());
        findings.none("incidents without their message in Slack", missing(posts.keySet()));
        findings.none("messages of which Handrail does not know where they are", misplaced());
        var pending = "a message that is not as it should be, or of which no answer was seen";
        findings.none(pending, rows.column("select incident_id from run where dirty_since is not null"));
        findings.none(pending, rows.column("select slot from slack_slot where intent_at is not null"));
        findings.none("what Slack has refused", rows.column("""
                select slack_problem from slack_slot where slack_problem is not null"""));
    }

    private List<String> missing(Set<String> posted) throws SQLException {
        var timelines = new HashMap<String, List<String>>();
        for (var row : rows.all("select incident_id, body from timeline order by incident_id, place")) {
            timelines.computeIfAbsent(row.getFirst(), _ -> new ArrayList<>()).add(event(row.get(1)));
        }
        return timelines.entrySet().stream()
                .filter(entry -> wantsMessage(entry.getValue()) && !posted.contains(entry.getKey() + " root"))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String event(String body) {
        return body.replaceFirst("(?s).*?\"event\"\\s*:\\s*\"([a-z_]+)\".*", "$1");
    }

    /** What was a part of a storm from its beginning has no message until somebody is called for it. */
    private static boolean wantsMessage(List<String> timeline) {
        var gathered = timeline.indexOf("gathered");
        var joined = timeline.indexOf("alerts_joined");
        return gathered < 0
                || gathered > joined
                || timeline.subList(gathered, timeline.size()).stream().anyMatch(CALLED_FOR::contains);
    }

    /** Returns the slots whose place is not that of the post; both ways. */
    private List<String> misplaced() throws SQLException {
        var known = new HashMap<String, String>();
        for (var row : rows.all("select incident_id, slot, channel, ts from slack_slot where ts is not null")) {
            known.put(row.getFirst() + " " + row.get(1), row.get(2) + " " + row.get(3));
        }
        var places = slack.places();
        var all = new HashSet<>(known.keySet());
        all.addAll(places.keySet());
        return all.stream()
                .filter(slot -> !places.getOrDefault(slot, "nowhere").equals(known.get(slot)))
                .map(slot -> slot + ": posted at " + places.get(slot) + ", known at " + known.get(slot))
                .toList();
    }
}
