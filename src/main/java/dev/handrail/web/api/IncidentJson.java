package dev.handrail.web.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handrail.incident.IncidentId;
import dev.handrail.incident.Person;
import dev.handrail.incident.alerts.AlertSummary;
import dev.handrail.incident.alerts.WorkList;
import dev.handrail.platform.Json;
import dev.handrail.run.Book;
import dev.handrail.run.Happened;
import dev.handrail.run.IncidentView;
import dev.handrail.run.IncidentView.Kind;
import dev.handrail.run.IncidentView.StormView;
import dev.handrail.run.RunEvent;
import dev.handrail.runbook.Revision;
import dev.handrail.runbook.StepId;
import dev.handrail.web.PublicUrl;
import dev.handrail.web.timeline.EventWords;
import dev.handrail.web.timeline.Facts;
import dev.handrail.web.timeline.Tie;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An incident as the API says it. The keys are a contract: they are only ever added. */
@Singleton
final class IncidentJson {
    private final PublicUrl url;

    IncidentJson(PublicUrl url) {
        this.url = url;
    }

    ObjectNode summary(IncidentView view) {
        var incident = view.incident();
        return object().put("id", incident.id().value())
                .put("status", incident.isOpen() ? "open" : "closed")
                .put("drill", view.isDrill())
                .put("shadow", view.kind() == Kind.SHADOW)
                .put("title", incident.title())
                .put("severity", incident.severity().word())
                .put("flow", orNull(incident.flow()))
                .put("channel", incident.channel())
                .put("runbook", orNull(view.plan().book().map(Book::id)))
                .put("owner", Facts.owner(view))
                .put("alerts", view.alerts().total())
                .put("firing", view.alerts().firing())
                .put("steps_done", Facts.stepsDone(view))
                .put("responder", orNull(view.state().responder().map(Person::name)))
                .put("state", Facts.name(view.state().position()))
                .put("part_of", partOf(view))
                .put("merged_into", mergedInto(view))
                .put("opened_at", incident.openedAt().toString())
                .put("acknowledged_at", orNull(Facts.acknowledgedAt(view).map(Instant::toString)))
                .put("closed_at", orNull(incident.closedAt().map(Instant::toString)))
                .put("url", url.of(incident.id()));
    }

    /** @param hashes of the timeline's entries, by position */
    ObjectNode whole(IncidentView view, Map<Long, String> hashes) {
        var whole = summary(view);
        whole.put("why", view.incident().why());
        whole.put(
                "runbook_revision",
                orNull(view.plan().book().map(Book::revision).map(Revision::value)));
        whole.put("newer_revision", orNull(view.state().newer().map(Revision::value)));
        whole.put("flapping", orNull(Facts.flapping(view)));
        whole.set("storm", view.storm().map(IncidentJson::storm).orElse(null));
        whole.set("alerts_summary", alerts(view.alerts()));
        var ties = whole.putArray("ties");
        Tie.of(view).forEach(tie -> ties.add(tie(tie)));
        var timeline = whole.putArray("timeline");
        view.timeline().forEach(happened -> timeline.add(entry(happened, hashes.get(happened.position()))));
        return whole;
    }

    private static @Nullable Long mergedInto(IncidentView view) {
        return orNull(view.state().mergedInto().map(IncidentId::value));
    }

    private static @Nullable Long partOf(IncidentView view) {
        return orNull(view.state().gathering().map(storm -> storm.parent().value()));
    }

    private static ObjectNode tie(Tie tie) {
        return object().put("kind", tie.kind())
                .put("incident", tie.other().value())
                .put("alerts", orNull(tie.alerts()));
    }

    private static ObjectNode storm(StormView storm) {
        var node = object().put("place", storm.place().encoded())
                .put("incidents", storm.counts().incidents())
                .put("failure_modes", storm.counts().modes())
                .put("open", storm.counts().open());
        var parts = node.putArray("parts");
        storm.first()
                .forEach(part -> parts.add(object().put("id", part.id().value())
                        .put("title", part.title())
                        .put("state", Facts.name(part.state().position()))
                        .put("responder", orNull(part.state().responder().map(Person::name)))));
        return node;
    }

    static ObjectNode item(WorkList.Item item) {
        return object().put("item", item.name())
                .put("status", item.isOpen() ? "open" : "resolved")
                .put("alerts", item.alerts())
                .put("since", item.since().toString())
                .put("reported_at", item.reportedAt().toString());
    }

    private static ObjectNode alerts(AlertSummary alerts) {
        var node = object().put("total", alerts.total()).put("firing", alerts.firing());
        node.set("labels", texts(alerts.labels()));
        node.set("annotations", texts(alerts.annotations()));
        node.putObject("work_list")
                .put("total", alerts.work().total())
                .put("open", alerts.work().open());
        return node.put("link", orNull(alerts.link()));
    }

    private static ObjectNode texts(Map<String, String> texts) {
        var node = object();
        new TreeMap<>(texts).forEach(node::put);
        return node;
    }

    private static ObjectNode entry(Happened happened, @Nullable String hash) {
        var told = EventWords.tell(happened.event());
        var entry = object().put("position", happened.position())
                .put("at", happened.at().toString())
                .put("event", storedName(happened))
                .put("who", orNull(told.who().map(Person::name)))
                .put("step", orNull(told.step().map(StepId::value)))
                .put("attempt", orNull(told.attempt()))
                .put("revision", orNull(told.revision().map(Revision::value)))
                .put("outcome", orNull(told.outcome()))
                .put("note", told.note().isEmpty() ? null : told.note())
                .put("hash", hash);
        if (happened.event() instanceof RunEvent.StepReported report) {
            entry.putObject("report")
                    .put("fault", report.fault().word())
                    .put("file", report.file())
                    .put("line", report.line());
        }
        Tie.of(happened.event()).ifPresent(tie -> entry.set("tie", tie(tie)));
        return entry;
    }

    /** Returns the name that the event is stored under: one name per thing, inside and outside. */
    private static String storedName(Happened happened) {
        return Json.tree(Json.write(happened.event())).path("event").asText();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static <T> @Nullable T orNull(Optional<T> value) {
        return value.orElse(null);
    }
}
