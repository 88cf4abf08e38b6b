package dev.handrail.web.timeline;

import dev.handrail.run.Act;
import dev.handrail.run.fact.Moved;
import dev.handrail.run.fact.Upshot;
import java.util.Optional;

/** Says in words what people did besides walking. */
final class ActWords {
    private ActWords() {}

    static Told tell(Act act) {
        return switch (act) {
            case Act.Move move -> moved(move);
            case Act.Remark remark -> remarked(remark);
        };
    }

    private static Told moved(Act.Move move) {
        return switch (move) {
            case Act.StepSkipped skipped ->
                Told.by(skipped.by(), "skipped the step")
                        .at(skipped.step(), skipped.attempt())
                        .noting(skipped.reason());
            case Act.SteppedBack back ->
                Told.by(back.by(), "went back to the step").at(Optional.of(back.to()));
            case Act.RunbookChanged changed ->
                Told.by(
                                changed.by(),
                                changed.from()
                                        .map(from -> "changed the runbook from " + from + " to " + changed.runbook())
                                        .orElse("chose the runbook " + changed.runbook()))
                        .of(Optional.of(changed.revision()))
                        .noting(changed.why());
            case Act.HandoverAccepted accepted ->
                Told.by(
                        accepted.by(),
                        "accepted the handover from " + accepted.from().name());
        };
    }

    private static Told remarked(Act.Remark remark) {
        return switch (remark) {
            case Act.HandoverOffered offer ->
                Told.by(offer.by(), "asked " + offer.to().name() + " to take over")
                        .noting(offer.note());
            case Act.HandoverDeclined declined ->
                Told.by(
                        declined.by(),
                        "declined the handover from " + declined.from().name());
            case Act.HandoverLapsed lapsed ->
                Told.byHandrail("heard nothing from " + lapsed.to().name() + ": "
                        + lapsed.from().name() + " still has it");
            case Act.NoteAdded note ->
                Told.by(
                                note.by(),
                                note.upshot()
                                        .map(Upshot::words)
                                        .orElse(note.inThread() ? "wrote in the thread" : "added a note"))
                        .noting(note.text());
            case Act.SeverityChanged changed -> severity(changed);
            case Act.Muted muted -> muted(muted);
            case Act.Regrouped regrouped ->
                Told.by(regrouped.by(), regrouped(regrouped)).noting(regrouped.why());
            case Act.PersonAdded added ->
                Told.by(added.by(), "asked " + added.who().name() + " to come").noting(added.why());
        };
    }

    private static String regrouped(Act.Regrouped act) {
        var other = act.moved().other();
        var count = Moved.count(act.moved().alerts());
        return switch (act) {
            case Act.MergedIn in ->
                "merged incident %s%s into this: %s"
                        .formatted(other, in.taken().map(ActWords::named).orElse(""), count);
            case Act.SplitOff _ -> "split %s off into incident %s".formatted(count, other);
            case Act.SplitFrom _ -> "split this off incident %s: %s".formatted(other, count);
        };
    }

    private static String named(Act.MergedIn.Taken taken) {
        var on = taken.responder().map(person -> ", " + person.name() + " was on it");
        return " “%s” (%s%s)".formatted(taken.title(), taken.severity().word(), on.orElse(""));
    }

    private static Told severity(Act.SeverityChanged changed) {
        var words = "changed the severity from %s to %s"
                .formatted(changed.from().word(), changed.to().word());
        return Told.by(changed.by(), words).noting(changed.why());
    }

    private static Told muted(Act.Muted muted) {
        var words = "muted the incident until %s UTC with silence #%d"
                .formatted(Times.minute(muted.until()), muted.silence());
        return Told.by(muted.by(), words).noting(muted.why());
    }
}
