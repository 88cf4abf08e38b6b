package dev.handrail.slack.home;

import static dev.handrail.slack.words.Wording.say;

import dev.handrail.ownership.Flow;
import dev.handrail.platform.Json;
import dev.handrail.run.IncidentView;
import dev.handrail.slack.Links;
import dev.handrail.slack.command.Lines;
import dev.handrail.slack.text.Harmless;
import dev.handrail.slack.text.Kit;
import dev.handrail.slack.text.Mrkdwn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A Home tab: a few short lists, each with a link to the page that has the rest. */
final class HomeView {
    private static final int LISTED = 10;
    private static final int TITLE = 80;

    private final Links links;
    private final List<Kit> blocks = new ArrayList<>();

    private HomeView(Links links) {
        this.links = links;
    }

    static String json(Desk desk, Links links, Instant now) {
        var view = new HomeView(links);
        view.incidents(say("home.waiting"), desk.waiting(), say("home.waiting.none"));
        view.incidents(say("home.mine"), desk.mine(), say("home.mine.none"));
        view.owned(desk);
        view.overdue(desk);
        view.foot(now);
        return Json.write(Kit.of("home").with("blocks", view.blocks));
    }

    private void incidents(String title, List<IncidentView> views, String none) {
        blocks.add(Kit.header(title));
        if (views.isEmpty()) {
            blocks.add(Kit.section(Mrkdwn.text(none)));
        }
        views.stream()
                .limit(LISTED)
                .forEach(view -> blocks.add(Kit.section(Lines.of(view, links).shown())));
        rest(views.size(), Mrkdwn.link(links.incidents(), say("home.incidents")));
    }

    private void owned(Desk desk) {
        blocks.add(Kit.header(say("home.owned")));
        if (desk.owners().isEmpty()) {
            blocks.add(Kit.section(Mrkdwn.say("home.owned.none")));
            return;
        }
        var flows = desk.flows().stream().limit(LISTED).map(HomeView::flow).toList();
        blocks.add(Kit.section(Mrkdwn.say(
                "home.owned.by",
                desk.owners().size(),
                desk.owners().stream().limit(LISTED).collect(Collectors.joining(", ")))));
        if (!flows.isEmpty()) {
            blocks.add(Kit.section(Mrkdwn.join("\n", flows)));
        }
        rest(desk.flows().size(), Mrkdwn.link(links.runbooks(), say("home.runbooks")));
    }

    private static Mrkdwn flow(Flow flow) {
        return Mrkdwn.say("home.flow", Harmless.line(flow.name(), TITLE), flow.channel());
    }

    private void overdue(Desk desk) {
        blocks.add(Kit.header(say("home.overdue")));
        if (desk.overdue().isEmpty()) {
            blocks.add(Kit.section(Mrkdwn.say("home.overdue.none")));
            return;
        }
        var lines = desk.overdue().stream()
                .limit(LISTED)
                .map(book -> Mrkdwn.say(
                        "home.overdue.since",
                        Mrkdwn.link(links.runbook(book.id()), Harmless.line(book.title(), TITLE)),
                        book.due()))
                .toList();
        blocks.add(Kit.section(Mrkdwn.join("\n", lines)));
        rest(desk.overdue().size(), Mrkdwn.link(links.runbooks(), say("home.runbooks")));
    }

    private void rest(int all, Mrkdwn page) {
        if (all > LISTED) {
            blocks.add(Kit.context(Mrkdwn.say("home.more", all - LISTED, page)));
        }
    }

    private void foot(Instant now) {
        blocks.add(Kit.of("divider"));
        blocks.add(Kit.context(Mrkdwn.say(
                "home.foot",
                Mrkdwn.time(now),
                Mrkdwn.link(links.incidents(), say("home.foot.incidents")),
                Mrkdwn.link(links.runbooks(), say("home.foot.runbooks")))));
    }
}
