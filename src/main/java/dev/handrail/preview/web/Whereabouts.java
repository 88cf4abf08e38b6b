package dev.handrail.preview.web;

import dev.handrail.platform.source.Durations;
import dev.handrail.preview.Rehearsal;
import dev.handrail.run.Plan;
import dev.handrail.run.Position;
import dev.handrail.run.RunEvent;
import dev.handrail.runbook.StepId;
import dev.handrail.slack.words.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where a rehearsal stands: in words, and in the graph. */
final class Whereabouts {
    private final Rehearsal rehearsal;

    private Whereabouts(Rehearsal rehearsal) {
        this.rehearsal = rehearsal;
    }

    static Scene.Standing of(Optional<Rehearsal> rehearsal, int missed) {
        return rehearsal
                .map(walk -> new Whereabouts(walk).standing(missed))
                .orElseGet(
                        () -> new Scene.Standing("It cannot be walked yet", List.of(), "", Optional.empty(), missed));
    }

    private Scene.Standing standing(int missed) {
        var now = rehearsal.now();
        return new Scene.Standing(
                words(), here(), Wording.clock(now), rehearsal.due().map(due -> until(now, due)), missed);
    }

    private static String until(Instant now, Instant due) {
        return Durations.text(Duration.between(now, due));
    }

    private String words() {
        return switch (rehearsal.state().position()) {
            case Position.Offered _ -> "The alert has come in, and nobody is on it";
            case Position.OnStep now -> "On " + title(now.step());
            case Position.Waiting now -> "Waiting after " + title(now.step());
            case Position.Escalated now ->
                "Escalated to " + rehearsal.plan().ownerAt(now.step()) + ", who has not answered";
            case Position.HandedOff now -> now.to().name() + " took it, and work on it without steps";
            case Position.Finished _ -> "Over";
        };
    }

    private String title(StepId id) {
        Plan plan = rehearsal.plan();
        return plan.find(id).map(step -> "“" + step.title() + "”").orElse(id.value());
    }

    private List<String> here() {
        return switch (rehearsal.state().position()) {
            case Position.Offered _ -> List.of("");
            case Position.OnStep now -> names(now.step(), "");
            case Position.Waiting now -> names(now.step(), "?wait");
            case Position.Escalated now ->
                now.step().map(step -> names(step, "?escalate")).orElse(List.of(""));
            case Position.HandedOff now ->
                now.step().map(step -> names(step, "?escalate")).orElse(List.of(""));
            case Position.Finished _ ->
                last().map(step -> names(step, "?resolved")).orElse(List.of(""));
        };
    }

    /** A step of another runbook is that runbook, in the graph of this one. */
    private static List<String> names(StepId step, String suffix) {
        var name = step.value();
        var end = name.indexOf(".md");
        return end < 0 ? List.of(name + suffix, name) : List.of(name, name.substring(0, end + 3));
    }

    private Optional<StepId> last() {
        return rehearsal.view().timeline().reversed().stream()
                .flatMap(happened -> happened.event() instanceof RunEvent.Answered answered
                        ? Optional.of(answered.step()).stream()
                        : Optional.<StepId>empty().stream())
                .findFirst();
    }
}
