package dev.handrail.slack.home;

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
        view.incidents("📣 Waits for you", desk.waiting(), "Nothing waits for you.");
        view.incidents("👤 You are on", desk.mine(), "You are on no open incident.");
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
        rest(views.size(), Mrkdwn.link(links.incidents(), "all incidents"));
    }

    private void owned(Desk desk) {
        blocks.add(Kit.header("🧭 What your team owns"));
        if (desk.owners().isEmpty()) {
            blocks.add(Kit.section(Mrkdwn.text("owners.yml names you for no owner: no page reaches you.")));
            return;
        }
        var flows = desk.flows().stream().limit(LISTED).map(HomeView::flow).toList();
        blocks.add(Kit.section(Mrkdwn.format(
                "You are told of what *%s* %s.",
                desk.owners().stream().limit(LISTED).collect(Collectors.joining(", ")),
                desk.owners().size() == 1 ? "owns" : "own")));
        if (!flows.isEmpty()) {
            blocks.add(Kit.section(Mrkdwn.join("\n", flows)));
        }
        rest(desk.flows().size(), Mrkdwn.link(links.runbooks(), "all runbooks"));
    }

    private static Mrkdwn flow(Flow flow) {
        return Mrkdwn.format("• %s, in %s", Harmless.line(flow.name(), TITLE), flow.channel());
    }

    private void overdue(Desk desk) {
        blocks.add(Kit.header("📅 Reviews that are overdue"));
        if (desk.overdue().isEmpty()) {
            blocks.add(Kit.section(Mrkdwn.text("None of your team's runbooks is overdue.")));
            return;
        }
        var lines = desk.overdue().stream()
                .limit(LISTED)
                .map(book -> Mrkdwn.format(
                        "• %s, since %s",
                        Mrkdwn.link(links.runbook(book.id()), Harmless.line(book.title(), TITLE)), book.due()))
                .toList();
        blocks.add(Kit.section(Mrkdwn.join("\n", lines)));
        rest(desk.overdue().size(), Mrkdwn.link(links.runbooks(), "all runbooks"));
    }

    private void rest(int all, Mrkdwn page) {
        if (all > LISTED) {
            blocks.add(Kit.context(Mrkdwn.format("… and %s more: %s", all - LISTED, page)));
        }
    }

    private void foot(Instant now) {
        blocks.add(Kit.of("divider"));
        blocks.add(Kit.context(Mrkdwn.format(
                "As of %s; open this tab again for news. %s · %s · write /handrail help",
                Mrkdwn.time(now),
                Mrkdwn.link(links.incidents(), "Incidents"),
                Mrkdwn.link(links.runbooks(), "Runbooks"))));
    }
}
