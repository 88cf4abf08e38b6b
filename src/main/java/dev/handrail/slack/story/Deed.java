package dev.handrail.slack.story;

import dev.handrail.incident.Person;
import dev.handrail.run.Act;
import dev.handrail.run.fact.Upshot;
import dev.handrail.slack.text.Phrase;

/** What people did besides walking, as the rest of a sentence that begins with when. */
final class Deed {
    private static final int NOTE = 300;

    private Deed() {}

    static Phrase line(Story story, Act act) {
        return switch (act) {
            case Act.StepSkipped skipped ->
                Phrase.of(
                        "%s: skipped (%s): %s",
                        story.title(skipped.step()), skipped.by().name(), brief(skipped.reason()));
            case Act.SteppedBack back ->
                Phrase.of("%s went back to “%s”", back.by().name(), story.title(back.to()));
            case Act.RunbookChanged changed ->
                Phrase.of("%s changed the runbook to %s: %s", changed.by().name(), changed.runbook(), changed.why());
            case Act.HandoverOffered offer ->
                by(offer.by(), "asked " + offer.to().name() + " to take over");
            case Act.HandoverAccepted taken ->
                by(taken.by(), "took over from " + taken.from().name());
            case Act.HandoverDeclined no -> by(no.by(), "could not take over");
            case Act.HandoverLapsed lapsed ->
                Phrase.of(
                        "%s did not answer; %s still has it",
                        lapsed.to().name(), lapsed.from().name());
            case Act.NoteAdded note ->
                Phrase.of(
                        "%s %s: %s",
                        note.by().name(), note.upshot().map(Upshot::words).orElse("noted"), brief(note.text()));
            case Act.SeverityChanged changed ->
                by(changed.by(), "changed the severity to " + changed.to().word());
            case Act.Muted muted -> Phrase.of("%s muted it until %s", muted.by().name(), muted.until());
            case Act.PersonAdded added -> by(added.by(), "asked " + added.who().name() + " to come");
        };
    }

    private static Phrase by(Person person, String did) {
        return Phrase.of("%s %s", person.name(), did);
    }

    private static String brief(String text) {
        return text.length() <= NOTE ? text : text.substring(0, NOTE) + "…";
    }
}
