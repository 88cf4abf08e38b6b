package dev.handrail.web.taking;

import dev.handrail.incident.Person;
import dev.handrail.page.take.TakeLinks.Link;
import dev.handrail.run.IncidentView;
import java.util.Optional;

/**
 * What somebody sees who follows the link in a mail.
 *
 * @param incident its page; empty for a link that we never made
 * @param action where the button leads; empty where there is nothing to take
 * @param button what it says
 * @param walk where whoever took it goes on; empty for anybody else
 */
public record TakingPage(String heading, String sentence, String incident, String action, String button, String walk) {
    private TakingPage(String heading, String sentence, String incident, String action) {
        this(heading, sentence, incident, action, "I've got it", "");
    }

    /** The test page before anything is pressed. */
    static TakingPage ofTest(Person by, String path) {
        return new TakingPage(
                "A test page, " + by.name(),
                "Nothing is wrong. Press the button, and it is on record that a page reaches you this way.",
                "",
                path,
                "It reached me",
                "");
    }

    /** The test page has arrived. */
    static TakingPage confirmed(Person by) {
        return new TakingPage(
                "It reached you, " + by.name(), "Your test page has arrived, and Slack says so to you.", "", "");
    }

    /** The link is of no test page. */
    static TakingPage noTest() {
        return new TakingPage(
                "There is no such test page",
                "Its link works for a day. Perhaps a part of it was lost on the way; or ask for another: /handrail test-page me",
                "",
                "");
    }

    /** Before anything is pressed. */
    static TakingPage of(Link link, Optional<IncidentView> view, String path) {
        return switch (link) {
            case Link.Open open ->
                view.filter(TakingPage::isOpen)
                        .map(found -> new TakingPage(
                                "%s needs somebody".formatted(name(found)),
                                "Press the button, and it is yours: nobody else is called then. You are %s."
                                        .formatted(open.by().name()),
                                address(found),
                                path))
                        .orElseGet(() -> closed(view));
            case Link.Used _ -> standing("This link has been used", view);
            case Link.Expired _ -> standing("This link has expired", view);
            case Link.Forged _ ->
                new TakingPage(
                        "This link is none of ours",
                        "Perhaps a part of it was lost on the way. Copy it from the mail as a whole, or take the page in Slack.",
                        "",
                        "");
        };
    }

    /** After the button was pressed. */
    static TakingPage taken(Person by, IncidentView view) {
        return new TakingPage(
                "It is yours, " + by.name(),
                "%s: nobody else is called now. Walk it here, also while Slack is down, or go on in Slack, in %s."
                        .formatted(name(view), view.incident().channel()),
                address(view),
                "",
                "",
                address(view) + "/walk");
    }

    /** It was too late for that, or for this link. */
    static TakingPage late(Optional<IncidentView> view) {
        return standing("There is nothing to take any more", view);
    }

    private static TakingPage closed(Optional<IncidentView> view) {
        return standing("It is over", view);
    }

    private static TakingPage standing(String heading, Optional<IncidentView> view) {
        return new TakingPage(
                heading,
                view.map(TakingPage::standing).orElse("Its incident is not here any more."),
                view.map(TakingPage::address).orElse(""),
                "");
    }

    private static String standing(IncidentView view) {
        if (!isOpen(view)) {
            return name(view) + " is over.";
        }
        return view.state()
                .responder()
                .map(person -> "%s has %s.".formatted(person.name(), name(view)))
                .orElseGet(() -> name(view) + " is still waiting for somebody: take it in Slack.");
    }

    private static boolean isOpen(IncidentView view) {
        return view.incident().isOpen();
    }

    private static String name(IncidentView view) {
        return "Incident %s (%s)"
                .formatted(view.incident().id(), view.incident().title());
    }

    private static String address(IncidentView view) {
        return "/incidents/" + view.incident().id().value();
    }
}
