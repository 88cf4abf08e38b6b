package dev.handrail.soak.audit;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds what is stored of alerts against what was taken from senders. */
public final class AlertAudit {
    private static final Pattern MARK = Pattern.compile("soak-\\d{6,}");
    private static final Pattern GARBLED = Pattern.compile("garbled-\\d{6,}");

    private final Rows rows;
    private final Book book;
    private final Findings findings;

    public AlertAudit(Rows rows, Book book, Findings findings) {
        this.rows = rows;
        this.book = book;
        this.findings = findings;
    }

    private record Stored(String source, boolean firing, String incident, String why) {}

    public void check() throws SQLException {
        var stored = stored();
        var sent = book.alerts();
        findings.none(
                "alerts that were taken and are lost",
                sent.keySet().stream().filter(mark -> !stored.containsKey(mark)).toList());
        findings.none("alerts that are there more than once", marks(stored, found -> found.size() > 1));
        findings.none(
                "alerts that nobody sent",
                stored.keySet().stream().filter(mark -> !sent.containsKey(mark)).toList());
        findings.none(
                "alerts with another status or source than was said last",
                sent.entrySet().stream()
                        .filter(entry -> stored.getOrDefault(entry.getKey(), List.of()).stream()
                                .anyMatch(one -> differs(one, entry.getValue())))
                        .map(entry -> entry.getKey() + " " + entry.getValue() + ", found " + stored.get(entry.getKey()))
                        .toList());
        findings.none(
                "alerts with neither an incident nor a reason",
                marks(
                        stored,
                        found -> found.stream()
                                .anyMatch(one ->
                                        one.incident().isEmpty() && one.why().isBlank())));
        quarantine();
        insides();
    }

    private static boolean differs(Stored one, Book.Entry sent) {
        return one.firing() != sent.firing() || !one.source().equals(sent.source());
    }

    private static List<String> marks(Map<String, List<Stored>> stored, Predicate<List<Stored>> wanted) {
        return stored.entrySet().stream()
                .filter(entry -> wanted.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<String, List<Stored>> stored() throws SQLException {
        var byMark = new HashMap<String, List<Stored>>();
        var unmarked = new ArrayList<String>();
        for (var row :
                rows.all("select id, source, firing, incident_id, why, fingerprint, labels, annotations from alert")) {
            var one = new Stored(
                    row.get(1), row.get(2).startsWith("t") || row.get(2).equals("TRUE"), row.get(3), row.get(4));
            var mark = row.subList(5, 8).stream()
                    .flatMap(text -> first(MARK, text).stream())
                    .findFirst();
            mark.ifPresent(found ->
                    byMark.computeIfAbsent(found, _ -> new ArrayList<>()).add(one));
            if (mark.isEmpty() && !one.source().equals("handrail")) {
                unmarked.add("alert " + row.getFirst() + " of " + one.source());
            }
        }
        findings.none("alerts without a mark, but for storms", unmarked);
        return byMark;
    }

    private static Optional<String> first(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    /** What nobody could translate is kept as often as it was sent at most: an answer that was lost is asked for again. */
    private void quarantine() throws SQLException {
        var wrong = new ArrayList<String>();
        var counts = new HashMap<String, Integer>();
        for (var row : rows.all(
                "select p.body, p.problem from quarantine q join payload p on p.id = q.payload_id order by p.id")) {
            var mark = first(GARBLED, row.getFirst());
            mark.ifPresent(found -> counts.merge(found, 1, Integer::sum));
            if (mark.isEmpty()) {
                wrong.add(row.get(1) + ": " + row.getFirst());
            }
        }
        findings.none("payloads in the quarantine that can be translated", wrong);
        var meant = book.untranslatable();
        findings.none(
                "payloads that cannot, and are not there, or more often than sent",
                Stream.concat(meant.keySet().stream(), counts.keySet().stream())
                        .collect(Collectors.toCollection(HashSet::new))
                        .stream()
                        .filter(mark -> counts.getOrDefault(mark, 0) < 1
                                || counts.getOrDefault(mark, 0) > meant.getOrDefault(mark, 0))
                        .map(mark -> mark + ": sent " + meant.get(mark) + ", found " + counts.get(mark))
                        .toList());
    }

    private void insides() throws SQLException {
        findings.none("payloads that are stored and not placed", rows.column("select payloads from unplaced"));
        findings.none("alerts that are held past their time", rows.column("""
                select fingerprint from alert where held_until < current_timestamp - interval '3' minute"""));
        findings.none("incidents whose tally is not that of their alerts", rows.column("""
                select t.incident_id from alert_tally t left join
                    (select incident_id, count(*) as total, sum(case when firing then 1 else 0 end) as firing
                     from alert where incident_id is not null group by incident_id) a on a.incident_id = t.incident_id
                where a.total is null or a.total <> t.total or a.firing <> t.firing"""));
        findings.none("incidents without an alert", rows.column("""
                select id from incident i where not exists (select 1 from alert where incident_id = i.id)"""));
    }
}
