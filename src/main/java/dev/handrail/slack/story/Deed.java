package dev.handrail.slack.story;

import dev.handrail.run.Act;
import dev.handrail.slack.text.Phrase;
import dev.handrail.slack.words.Names;

/** What people did besides walking, as the rest of a sentence that begins with when. */
final class Deed {
    private static final int NOTE = 300;

    private Deed() {}

    static Phrase line(Story story, Act act) {
        return switch (act) {
            case Act.StepSkipped skipped ->
                Phrase.say(
                        "sofar.skipped",
                        story.title(skipped.step()),
                        skipped.by().name(),
                        brief(skipped.reason()));
            case Act.SteppedBack back -> Phrase.say("sofar.back", back.by().name(), story.title(back.to()));
            case Act.RunbookChanged changed ->
                Phrase.say("sofar.runbook-changed", changed.by().name(), changed.runbook(), changed.why());
            case Act.HandoverOffered _, Act.HandoverAccepted _, Act.HandoverDeclined _, Act.HandoverLapsed _ ->
                handover(act);
            case Act.NoteAdded note ->
                note.upshot()
                        .map(upshot -> Phrase.say("sofar.did", note.by().name(), Names.of(upshot), brief(note.text())))
                        .orElseGet(() -> Phrase.say("sofar.noted", note.by().name(), brief(note.text())));
            case Act.SeverityChanged changed ->
                Phrase.say("sofar.severity", changed.by().name(), Names.within(changed.to()));
            case Act.Muted muted -> Phrase.say("sofar.muted", muted.by().name(), muted.until());
            case Act.Regrouped regrouped -> Regrouping.line(regrouped);
            case Act.PersonAdded added ->
                Phrase.say("sofar.person", added.by().name(), added.who().name());
        };
    }

    private static Phrase handover(Act act) {
        return switch (act) {
            case Act.HandoverOffered offer ->
                Phrase.say("sofar.handover.asked", offer.by().name(), offer.to().name());
            case Act.HandoverAccepted taken ->
                Phrase.say(
                        "sofar.handover.taken", taken.by().name(), taken.from().name());
            case Act.HandoverDeclined no ->
                Phrase.say("sofar.handover.declined", no.by().name());
            case Act.HandoverLapsed lapsed ->
                Phrase.say(
                        "sofar.handover.lapsed",
                        lapsed.to().name(),
                        lapsed.from().name());
            case Act _ -> Phrase.NONE;
        };
    }

    private static String brief(String text) {
        return text.length() <= NOTE ? text : text.substring(0, NOTE) + "…";
    }
}
