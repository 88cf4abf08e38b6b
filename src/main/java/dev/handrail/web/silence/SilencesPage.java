package dev.handrail.web.silence;

import dev.handrail.alert.Alert;
import dev.handrail.alert.LabelMatcher;
import dev.handrail.alert.Silence;
import dev.handrail.incident.alerts.KeptAlert;
import dev.handrail.ownership.Flow;
import dev.handrail.ownership.maintenance.MaintenanceWindow;
import dev.handrail.ownership.maintenance.MaintenanceWindow.Span;
import dev.handrail.web.timeline.Times;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What holds alerts, now and later, and what is held.
 *
 * @param form what was typed into the form that makes one, where it would not do
 * @param problem why it would not do; empty where nothing was sent
 */
public record SilencesPage(
        List<SilenceRow> current,
        List<SilenceRow> past,
        List<WindowRow> windows,
        List<HeldRow> held,
        Map<String, String> form,
        String problem) {
    private static final int SHOWN = 50;

    public SilencesPage {
        current = List.copyOf(current);
        past = List.copyOf(past);
        windows = List.copyOf(windows);
        held = List.copyOf(held);
        form = Map.copyOf(form);
    }

    /** @param holds the number of alerts that it holds */
    public record SilenceRow(
            long id, boolean active, String matchers, String from, String until, String who, String why, int holds) {
        static SilenceRow of(Silence silence, HeldNow held, Instant now) {
            var ended = silence.ended();
            return new SilenceRow(
                    silence.id(),
                    silence.isActive(now),
                    silence.matchers().stream().map(LabelMatcher::toString).collect(Collectors.joining(", ")),
                    Times.minute(silence.from()),
                    ended.map(early -> "%s, by %s".formatted(Times.minute(early.at()), early.by()))
                            .orElseGet(() -> Times.minute(silence.until())),
                    silence.who(),
                    silence.why(),
                    held.by(silence));
        }
    }

    /**
     * @param now whether it is that time
     * @param span when it ends, or when it comes next
     */
    public record WindowRow(String flow, String words, String zone, String why, boolean now, String span, int holds) {}

    /** @param since when it began, by its sender's clock */
    public record HeldRow(String name, String labels, String since, String until, String why) {
        static HeldRow of(KeptAlert kept) {
            var labels = kept.alert().labels().entrySet().stream()
                    .filter(label -> !label.getKey().equals(Alert.NAME_LABEL))
                    .sorted(Map.Entry.comparingByKey())
                    .map(label -> label.getKey() + "=" + label.getValue())
                    .collect(Collectors.joining(", "));
            return new HeldRow(
                    kept.alert().name().orElse("(no name)"),
                    labels,
                    Times.minute(kept.alert().startsAt()),
                    kept.heldUntil().map(Times::minute).orElse(""),
                    kept.report().why());
        }
    }

    static List<WindowRow> windows(Flow flow, HeldNow held, Instant now) {
        return flow.alerting().maintenance().stream()
                .map(window -> window(flow, window, held, now))
                .toList();
    }

    private static WindowRow window(Flow flow, MaintenanceWindow window, HeldNow held, Instant now) {
        var covering = window.covering(now);
        var span = covering.map(current -> "until " + Times.minute(current.until()))
                .or(() -> window.next(now).map(SilencesPage::words))
                .orElse("never again");
        return new WindowRow(
                flow.name(),
                window.words(),
                window.zone().getId(),
                window.why(),
                covering.isPresent(),
                span,
                covering.isPresent() ? held.by(flow) : 0);
    }

    private static String words(Span next) {
        return "%s to %s".formatted(Times.minute(next.from()), Times.minute(next.until()));
    }

    static List<WindowRow> windows(Stream<Flow> flows, HeldNow held, Instant now) {
        return flows.sorted(Comparator.comparing(Flow::name))
                .flatMap(flow -> windows(flow, held, now).stream())
                .toList();
    }

    static List<HeldRow> rows(HeldNow held) {
        return held.alerts().stream().limit(SHOWN).map(HeldRow::of).toList();
    }

    /** Returns what was typed into a field. */
    public String typed(String field) {
        return Optional.ofNullable(form.get(field)).orElse("");
    }
}
