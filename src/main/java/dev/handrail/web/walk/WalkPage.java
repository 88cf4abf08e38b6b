package dev.handrail.web.walk;

import dev.handrail.alert.Alert;
import dev.handrail.incident.IncidentId;
import dev.handrail.incident.Person;
import dev.handrail.run.Happened;
import dev.handrail.run.IncidentView;
import dev.handrail.runbook.library.Library;
import dev.handrail.web.timeline.EventWords;
import dev.handrail.web.timeline.Facts;
import dev.handrail.web.timeline.Standing;
import dev.handrail.web.timeline.Times;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What somebody sees who walks an incident in the browser: Slack's card and its living step on one page, for a phone.
 *
 * @param step empty while nothing waits for an answer
 * @param moves what may be done; none until the reader has a name
 * @param lately what happened last, the newest first
 * @param said what the reader is told of what they pressed
 */
public record WalkPage(
        Heading heading,
        Standing standing,
        About about,
        Optional<StepShown> step,
        Moves moves,
        List<Entry> lately,
        You you,
        Said said) {
    private static final int LATELY = 6;

    public WalkPage {
        lately = List.copyOf(lately);
    }

    /** @param position of the last event that is shown: what a form is sent back with */
    public record Heading(long id, String title, String severity, boolean isOpen, long position) {}

    /**
     * What is known.
     *
     * @param responder may be empty
     * @param said what the alert says of itself, written by strangers
     * @param mark says that it is a drill, or only watched; empty for a real one
     * @param link to the source; may be empty
     * @param into the number of the incident where it goes on, where it was merged into another
     */
    public record About(
            String owner, String responder, List<String> said, String mark, String link, Optional<Long> into) {
        public About {
            said = List.copyOf(said);
        }
    }

    /** What may be done, by where it stands on the page. */
    public record Moves(List<OfferShown> now, List<OfferShown> step, List<OfferShown> besides) {
        public Moves {
            now = List.copyOf(now);
            step = List.copyOf(step);
            besides = List.copyOf(besides);
        }
    }

    /** @param note may be empty */
    public record Entry(String time, String who, String what, String note) {}

    /**
     * The reader.
     *
     * @param name empty until they have said it
     * @param signedIn whether they may be somebody else
     * @param people whom they may be
     */
    public record You(String name, boolean signedIn, List<Choice> people) {
        public You {
            people = List.copyOf(people);
        }
    }

    static WalkPage of(IncidentView view, You you, Optional<Person> reader, Library library) {
        var incident = view.incident();
        var offers = reader.map(person -> Offer.of(view, person)).orElse(List.of());
        return new WalkPage(
                new Heading(
                        incident.id().value(),
                        incident.title(),
                        incident.severity().word(),
                        incident.isOpen(),
                        view.position()),
                Standing.of(view),
                about(view),
                StepShown.of(view, library),
                new Moves(
                        shown(offers, Offer.Group.NOW),
                        shown(offers, Offer.Group.STEP),
                        shown(offers, Offer.Group.BESIDES)),
                lately(view),
                you,
                Said.NOTHING);
    }

    WalkPage saying(Said what) {
        return new WalkPage(heading, standing, about, step, moves, lately, you, what);
    }

    private static List<OfferShown> shown(List<Offer> offers, Offer.Group group) {
        return offers.stream()
                .filter(offer -> offer.group() == group)
                .map(OfferShown::of)
                .toList();
    }

    private static About about(IncidentView view) {
        var annotations = view.alerts().annotations();
        var mark = switch (view.kind()) {
            case REAL -> "";
            case DRILL -> "🧪 DRILL: a run on a made-up alert. Nothing is wrong, and nobody is paged.";
            case SHADOW -> "👁 SHADOW: it is only watched, and nobody walks it.";
        };
        return new About(
                Facts.owner(view),
                view.state().responder().map(Person::name).orElse(""),
                Stream.of("summary", "description")
                        .flatMap(name -> Optional.ofNullable(annotations.get(name)).stream())
                        .filter(text -> !text.isBlank())
                        .toList(),
                mark,
                view.alerts().link().filter(Alert::isLink).orElse(""),
                view.state().mergedInto().map(IncidentId::value));
    }

    private static List<Entry> lately(IncidentView view) {
        return view.timeline().reversed().stream()
                .limit(LATELY)
                .map(happened -> entry(view, happened))
                .toList();
    }

    private static Entry entry(IncidentView view, Happened happened) {
        var told = EventWords.tell(happened.event(), view.kind());
        var outcome = told.outcome().map(label -> " “" + label + "”").orElse("");
        var step = told.step().map(id -> ": " + view.plan().title(id)).orElse("");
        return new Entry(
                Times.clock(happened.at()),
                told.who().map(Person::name).orElse("Handrail"),
                told.what() + outcome + step,
                told.note());
    }
}
