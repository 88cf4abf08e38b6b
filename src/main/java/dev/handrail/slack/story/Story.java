package dev.handrail.slack.story;

import static dev.handrail.slack.words.Wording.say;

import dev.handrail.incident.IncidentId;
import dev.handrail.incident.Person;
import dev.handrail.run.Act;
import dev.handrail.run.Book;
import dev.handrail.run.Happened;
import dev.handrail.run.IncidentView;
import dev.handrail.run.RunEvent;
import dev.handrail.run.RunState;
import dev.handrail.run.fact.Condition;
import dev.handrail.run.hand.HandDesk;
import dev.handrail.runbook.Step;
import dev.handrail.runbook.StepId;
import dev.handrail.runbook.Target;
import dev.handrail.slack.Links;
import dev.handrail.slack.press.Ticket;
import dev.handrail.slack.text.Mrkdwn;
import dev.handrail.slack.text.Phrase;
import dev.handrail.slack.words.Names;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** An incident's view, asked what the renderers need to know of it. */
public record Story(IncidentView view, Links links) {

    /** Returns the ticket of the incident as a whole. */
    public Ticket ticket() {
        return Ticket.of(view.incident().id());
    }

    public Ticket ticket(StepId step, int attempt) {
        return Ticket.of(view.incident().id(), step, attempt);
    }

    public Mrkdwn page() {
        return Mrkdwn.link(
                links.incident(view.incident().id()), Names.of(view.incident().id()));
    }

    /** Returns the incident's title, linked to where its source shows it. */
    public Mrkdwn title() {
        var title = view.incident().title();
        return view.alerts().link().map(url -> Mrkdwn.link(url, title)).orElseGet(() -> Mrkdwn.text(title, 300));
    }

    /** Returns the storm that the incident is a part of; empty while it stands for itself. */
    public Optional<IncidentId> gathering() {
        return view.state().gathering().map(RunState.Gathering::parent);
    }

    /** Returns that the source flaps, and what comes of it; empty while it does not. */
    public Optional<Phrase> flapping() {
        var condition = view.state().condition();
        return condition.flapping().map(flapping -> {
            var last = condition.changes().isEmpty()
                    ? flapping.first()
                    : condition.changes().getLast();
            return Phrase.say(
                    "standing.flapping",
                    flapping.changes(),
                    Names.of(Duration.between(flapping.first(), last)),
                    Names.of(Condition.STEADY));
        });
    }

    /** Returns that the incident is a part of a storm, and why; empty while it stands for itself. */
    public Optional<Mrkdwn> partOfStorm() {
        return gathering()
                .map(storm -> Mrkdwn.say(
                        "standing.storm",
                        Mrkdwn.link(links.incident(storm), say("names.storm", storm)),
                        last(RunEvent.Gathered.class::isInstance)
                                .map(last -> last.event() instanceof RunEvent.Gathered gathered ? gathered.why() : "")
                                .orElse("")));
    }

    /** Says whether it is one failure that no runbook is known for, so that a runbook may come of it. */
    public boolean isUnknown() {
        return view.plan().book().isEmpty() && view.storm().isEmpty() && !view.isDrill();
    }

    /** Returns by whom an owner was paged by hand, without their words; empty for whatever an alert began. */
    public Optional<String> pagedByHand() {
        var words = ": " + view.alerts().annotations().getOrDefault("summary", "");
        return Optional.of(view.incident().why())
                .filter(why -> why.startsWith(HandDesk.PAGED))
                .map(why -> why.endsWith(words) ? why.substring(0, why.length() - words.length()) : why);
    }

    /** Returns how somebody is called so that they hear it: of a drill nobody is, and Slack cannot call whom it does not know. */
    public Mrkdwn called(Person person) {
        return isDrill() || !person.inSlack() ? Mrkdwn.text(person.name()) : Mrkdwn.user(person.id());
    }

    public boolean isDrill() {
        return view.isDrill();
    }

    /** Returns how it is said that somebody is told: of a drill, nobody ever is. */
    public String isTold() {
        return isDrill() ? say("standing.told.now.drill") : say("standing.told.now");
    }

    public String hasBeenTold() {
        return isDrill() ? say("standing.told.already.drill") : say("standing.told.already");
    }

    public String wasTold() {
        return isDrill() ? say("standing.told.once.drill") : say("standing.told.once");
    }

    /** Returns that the library holds a newer revision, and what changed; empty while it does not. */
    public Optional<Phrase> newer() {
        return view.state()
                .newer()
                .flatMap(_ -> last(RunEvent.NewerRevision.class::isInstance))
                .map(noticed -> noticed.event() instanceof RunEvent.NewerRevision newer ? newer.changes() : "")
                .map(changes -> Phrase.say("standing.newer", changes));
    }

    /** Returns the place of an event among those of its kind, from 1. */
    public int ordinal(Happened happened) {
        return (int) view.timeline().stream()
                .filter(other -> other.position() <= happened.position())
                .filter(other -> other.event().getClass() == happened.event().getClass())
                .count();
    }

    /** Returns the first event after another that is as wanted. */
    public Optional<Happened> after(Happened happened, Predicate<RunEvent> wanted) {
        return view.timeline().stream()
                .filter(other -> other.position() > happened.position())
                .filter(other -> wanted.test(other.event()))
                .findFirst();
    }

    public List<Happened> before(Happened happened) {
        return view.timeline().stream()
                .filter(other -> other.position() < happened.position())
                .toList();
    }

    /** Says whether an escalation had stopped the steps just before an event. */
    public boolean isStoppedAt(Happened happened) {
        return last(
                        before(happened),
                        event -> event instanceof RunEvent.StepShown
                                || event instanceof RunEvent.Reopened
                                || stops(event))
                .filter(last -> last.event() instanceof RunEvent.Escalated)
                .isPresent();
    }

    public static boolean stops(RunEvent event) {
        return event instanceof RunEvent.Escalated escalated && escalated.stops();
    }

    /** Returns the last event that is as wanted. */
    public Optional<Happened> last(Predicate<RunEvent> wanted) {
        return last(view.timeline(), wanted);
    }

    public static Optional<Happened> last(List<Happened> timeline, Predicate<RunEvent> wanted) {
        return timeline.reversed().stream()
                .filter(happened -> wanted.test(happened.event()))
                .findFirst();
    }

    /** Returns who was the responder just before an event; nobody before the first, and after an end. */
    public Optional<Person> responderAt(Happened happened) {
        return last(before(happened), event -> taker(event).isPresent()).flatMap(taken -> taker(taken.event()));
    }

    /** Returns who became the responder by an event. */
    public static Optional<Person> taker(RunEvent event) {
        return switch (event) {
            case RunEvent.Acknowledged taken -> Optional.of(taken.by());
            case RunEvent.TookOver taken -> Optional.of(taken.by());
            case RunEvent.PageTaken taken -> Optional.of(taken.by());
            case RunEvent.RunbookPicked picked -> Optional.of(picked.by());
            case RunEvent.Opened _, RunEvent.AlertsJoined _, RunEvent.StepShown _, RunEvent.Answered _ ->
                Optional.empty();
            case RunEvent.TryStarted _, RunEvent.WaitBegan _, RunEvent.WaitEnded _, RunEvent.BackoffEnded _ ->
                Optional.empty();
            case RunEvent.Reminded _, RunEvent.Escalated _, RunEvent.LevelTold _, RunEvent.StillOnIt _ ->
                Optional.empty();
            case RunEvent.SourceResolved _, RunEvent.SourceFiredAgain _, RunEvent.StepReported _ -> Optional.empty();
            case RunEvent.Finished _, RunEvent.Reopened _ -> Optional.empty();
            case RunEvent.RevisionSwitched _, RunEvent.NewerRevision _, RunEvent.CandidatesDeclined _ ->
                Optional.empty();
            case RunEvent.Held _, Act.Remark _ -> Optional.empty();
            case Act.HandoverAccepted accepted -> Optional.of(accepted.by());
            case Act.RunbookChanged changed -> Optional.of(changed.by());
            case Act.StepSkipped _, Act.SteppedBack _ -> Optional.empty();
        };
    }

    /** Returns a step of the plan; empty for one of a plan that the run had before. */
    public Optional<Step> step(StepId id) {
        return view.plan().find(id);
    }

    public String title(StepId id) {
        return view.plan().title(id);
    }

    /** Returns {@code Step 3 of 8}; for a step that no runbook wrote, {@code Last question}. */
    public String number(StepId id) {
        return view.plan()
                .everOf(id)
                .map(Book::walk)
                .map(walk -> say("steps.number", walk.number(id), walk.steps().size()))
                .orElseGet(() -> say("steps.last"));
    }

    /** Returns {@code step 3 of 8}, for inside a sentence. */
    String numberWithin(StepId id) {
        return view.plan()
                .everOf(id)
                .map(Book::walk)
                .map(walk ->
                        say("steps.number.within", walk.number(id), walk.steps().size()))
                .orElseGet(() -> say("steps.last.within"));
    }

    /** Returns what a wait leads to, in words. */
    public String then(Target target) {
        return switch (target) {
            case Target.ToStep to -> title(to.step());
            case Target.Resolved _ -> say("standing.then.over");
            case Target.Escalate _ -> say("standing.then.owner");
            case Target.Wait wait -> then(wait.then());
            case Target.ToRunbook to -> say("standing.then.runbook", to.path());
        };
    }

    public String owner() {
        return view.plan().ownerAt(view.state().step());
    }
}
