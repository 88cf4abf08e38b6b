package dev.handrail.preview.web;

import dev.handrail.graph.Diagram;
import dev.handrail.graph.Svg;
import dev.handrail.ownership.Level;
import dev.handrail.ownership.contact.Contact;
import dev.handrail.preview.Manuscript;
import dev.handrail.preview.Press;
import dev.handrail.preview.Rehearsal;
import dev.handrail.preview.SampleAlert;
import dev.handrail.run.Plan;
import dev.handrail.runbook.Runbook;
import dev.handrail.slack.Links;
import dev.handrail.slack.modal.StepsModal;
import dev.handrail.slack.press.SentenceModal;
import dev.handrail.slack.press.Ticket;
import dev.handrail.slack.press.Verb;
import dev.handrail.slack.render.Projection;
import dev.handrail.slack.render.Slot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Plays what an author has pressed, and tells what is then to be seen. Remembers nothing. */
final class Stage {
    /** What needs other people, other incidents or alerts, of which a preview has none. */
    private static final Set<Verb> ELSEWHERE =
            EnumSet.of(Verb.HAND_OVER, Verb.ADD_PERSON, Verb.WRONG_RUNBOOK, Verb.MUTE, Verb.SEVERITY, Verb.MORE);

    private static final Links LINKS = new Links("https://handrail.example");
    private static final Projection SLACK = new Projection(LINKS);
    private static final int MOST = 500;

    private final Desk.Lying lying;
    private final SampleAlert sample;
    private final Instant now;

    Stage(Desk.Lying lying, SampleAlert sample, Instant now) {
        this.lying = lying;
        this.sample = sample;
        this.now = now;
    }

    /** A walk as far as it could be walked again. */
    private record Played(Rehearsal rehearsal, List<Press> done) {}

    private Optional<Played> play(List<Press> presses) {
        return lying.sound()
                .flatMap(manuscript -> Rehearsal.of(manuscript, sample, now))
                .map(rehearsal -> {
                    var done = new ArrayList<Press>();
                    presses.stream().limit(MOST).takeWhile(rehearsal::press).forEach(done::add);
                    return new Played(rehearsal, done);
                });
    }

    Scene scene(List<Press> presses) {
        var played = play(presses);
        var rehearsal = played.map(Played::rehearsal);
        var done = played.map(Played::done).orElse(List.of());
        return new Scene(
                source(),
                lying.now().problems().stream().map(Scene.Fault::of).toList(),
                rehearsal.map(Stage::messages).orElse(List.of()),
                Whereabouts.of(rehearsal, presses.size() - done.size()),
                done,
                sample.labels(),
                rehearsal.map(Rehearsal::plan).map(Stage::names).orElse(Map.of()),
                runbook().map(Diagram::of).map(Svg::withoutStyles).orElse(""));
    }

    private Optional<Runbook> runbook() {
        return lying.sound().flatMap(Manuscript::runbook);
    }

    private Scene.Source source() {
        return new Scene.Source(
                lying.now().path(),
                runbook().map(Runbook::title).orElse(lying.now().path()),
                runbook().map(runbook -> runbook.revision().abbreviated()).orElse(""),
                Integer.toHexString(lying.mark().hashCode()),
                lying.now().runbook().isEmpty());
    }

    private static List<Scene.Shown> messages(Rehearsal rehearsal) {
        return SLACK.of(rehearsal.view()).stream()
                .filter(Slot::isWanted)
                .map(slot -> new Scene.Shown(
                        slot.key(), where(slot.where()), slot.message().blocks()))
                .toList();
    }

    private static String where(Slot.Where where) {
        return switch (where) {
            case Slot.Where.Root root -> root.channel();
            case Slot.Where.InThread thread -> thread.alsoInChannel() ? "thread, and in the channel" : "thread";
            case Slot.Where.Direct direct -> "direct message to <@" + direct.user() + ">";
            case Slot.Where.Elsewhere elsewhere -> elsewhere.channel();
        };
    }

    /** The preview knows no Slack, but it knows whose contact a person or a group is. */
    private static Map<String, String> names(Plan plan) {
        var names = new TreeMap<String, String>();
        plan.books().stream()
                .flatMap(book -> book.policy().levels().stream())
                .forEach(level -> level.tell().forEach(contact -> name(contact, level, names)));
        return names;
    }

    private static void name(Contact contact, Level level, Map<String, String> names) {
        switch (contact) {
            case Contact.SlackUser user -> names.putIfAbsent(user.id(), level.name() + " (" + user.id() + ")");
            case Contact.SlackGroup group -> names.putIfAbsent(group.id(), level.name());
            case Contact.SlackChannel channel -> names.putIfAbsent(channel.name(), channel.name());
            case Contact.Outside _ -> {}
        }
    }

    /** Returns the modal that a button opens, as Slack would be sent it; empty for a button that opens none. */
    Optional<String> modal(Press pressed, List<Press> presses) {
        var button = pressed.chosen();
        var verb = Verb.of(button.verb()).filter(known -> !ELSEWHERE.contains(known));
        if (verb.filter(Verb::asksFirst).isPresent()) {
            return Optional.of(SentenceModal.json(verb.get(), new SentenceModal.Memory(button.ticket(), "", "")));
        }
        return verb.filter(Verb::onlyShows)
                .flatMap(known -> play(presses)
                        .map(played -> known == Verb.WHOLE_STEP
                                ? wholeStep(button, played)
                                : StepsModal.all(played.rehearsal().view(), LINKS)));
    }

    private static String wholeStep(Press button, Played played) {
        var view = played.rehearsal().view();
        return Ticket.parse(button.ticket())
                .flatMap(Ticket::place)
                .map(at -> StepsModal.one(view, LINKS, at.step()))
                .orElseGet(() -> StepsModal.all(view, LINKS));
    }
}
