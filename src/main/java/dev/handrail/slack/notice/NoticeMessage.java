package dev.handrail.slack.notice;

import static dev.handrail.slack.words.Wording.say;

import dev.handrail.notice.Matter;
import dev.handrail.notice.Notice;
import dev.handrail.slack.Links;
import dev.handrail.slack.render.Message;
import dev.handrail.slack.text.Kit;
import dev.handrail.slack.text.Mrkdwn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A notice as a message. The same notice gives the same message. */
final class NoticeMessage {
    /** More than anybody mends from a phone; the pages list them all. */
    private static final int FILES = 10;

    private static final int FAULTS = 3;

    private final Notice notice;
    private final String owner;
    private final Links links;

    NoticeMessage(Notice notice, String owner, Links links) {
        this.notice = notice;
        this.owner = owner;
        this.links = links;
    }

    /** @param mention who is called; empty for a direct message */
    Message shown(Mrkdwn mention) {
        var first = Mrkdwn.join(" ", List.of(headline(), mention));
        var blocks = new ArrayList<Kit>();
        blocks.add(Kit.section(first));
        notice.entries().stream().limit(FILES).map(this::blocks).forEach(blocks::addAll);
        var more = notice.entries().size() - FILES;
        if (more > 0) {
            blocks.add(Kit.section(Mrkdwn.say("notices.more", more, page())));
        }
        blocks.add(Kit.context(foot()));
        return new Message(blocks, spoken());
    }

    private Mrkdwn headline() {
        var open = notice.open().size();
        var all = notice.entries().size();
        return switch (notice.topic()) {
            case BROKEN_FILES ->
                open == 0
                        ? Mrkdwn.say("notices.mended", files(all), owner)
                        : Mrkdwn.say("notices.broken", open, files(open), owner);
            case REVIEWS ->
                open == 0
                        ? Mrkdwn.say("notices.reviewed", runbooks(all), owner)
                        : Mrkdwn.say("notices.reviews", open, runbooks(open), owner);
            case PROPOSALS ->
                open == 0
                        ? Mrkdwn.say("notices.taken-up", owner)
                        : Mrkdwn.say("notices.proposals", open, runbooks(open), owner);
            case STRANDED -> StrandedWords.headline(open);
            case FAILED_PAGES -> FailedPageWords.headline(open);
        };
    }

    private List<Kit> blocks(Notice.Entry entry) {
        return switch (entry.matter()) {
            case Matter.BrokenFile file -> List.of(Kit.section(entry.isOpen() ? broken(file) : mended(file)));
            case Matter.ReviewDue due -> List.of(Kit.section(entry.isOpen() ? owed(due) : reviewed(due)));
            case Matter.MatchProposed proposed -> ProposalBlocks.of(entry, proposed, links);
            case Matter.Stranded stranded -> List.of(Kit.section(StrandedWords.of(entry, stranded, links)));
            case Matter.PageFailed failed -> List.of(Kit.section(FailedPageWords.of(entry, failed, links)));
        };
    }

    private static Mrkdwn mended(Matter.BrokenFile file) {
        return Mrkdwn.say("notices.mended.file", file.file());
    }

    private Mrkdwn owed(Matter.ReviewDue due) {
        return Mrkdwn.say("notices.reviews.line", title(due), due.file(), due.due());
    }

    private Mrkdwn reviewed(Matter.ReviewDue due) {
        return Mrkdwn.say("notices.reviewed.runbook", title(due));
    }

    private Mrkdwn broken(Matter.BrokenFile file) {
        var lines = new ArrayList<Mrkdwn>();
        lines.add(Mrkdwn.format("*%s*", file.file()));
        file.faults().stream()
                .limit(FAULTS)
                .map(fault -> Mrkdwn.say(
                        "notices.broken.line",
                        fault.line(),
                        fault.rule(),
                        Mrkdwn.text(fault.found(), 200),
                        Mrkdwn.text(fault.wanted(), 200)))
                .forEach(lines::add);
        if (file.faults().size() > FAULTS) {
            lines.add(Mrkdwn.say("notices.broken.more", file.faults().size() - FAULTS));
        }
        lines.add(Mrkdwn.text(stays(file)));
        return Mrkdwn.join("\n", lines);
    }

    private static String stays(Matter.BrokenFile file) {
        return file.runbook().isPresent() || !file.file().endsWith(".md")
                ? say("notices.broken.stays")
                : say("notices.broken.never");
    }

    private Mrkdwn foot() {
        return switch (notice.topic()) {
            case BROKEN_FILES -> Mrkdwn.say("notices.broken.foot", page());
            case PROPOSALS -> Mrkdwn.say("notices.proposals.foot", page());
            case REVIEWS -> Mrkdwn.say("notices.reviews.foot", page());
            case STRANDED -> StrandedWords.foot();
            case FAILED_PAGES -> FailedPageWords.foot();
        };
    }

    private Mrkdwn title(Matter.ReviewDue due) {
        return Mrkdwn.link(links.runbook(due.runbook()), due.title());
    }

    private Mrkdwn page() {
        return Mrkdwn.link(links.runbooks(), say("notices.all"));
    }

    /** The whole in sentences, for notifications and screen readers. */
    private Mrkdwn spoken() {
        var places = notice.open().stream()
                .flatMap(NoticeMessage::place)
                .limit(FILES)
                .toList();
        var said = places.isEmpty() ? "" : " " + String.join(", ", places) + ".";
        var open = notice.open().size();
        return Mrkdwn.text(
                switch (notice.topic()) {
                    case BROKEN_FILES ->
                        open == 0
                                ? say("notices.mended.spoken", owner)
                                : say("notices.broken.spoken", files(open), owner, said);
                    case REVIEWS ->
                        open == 0
                                ? say("notices.reviewed.spoken", owner)
                                : say("notices.reviews.spoken", runbooks(open), owner, said);
                    case PROPOSALS ->
                        open == 0
                                ? say("notices.taken-up.spoken", owner)
                                : say("notices.proposals.spoken", runbooks(open), owner, said);
                    case STRANDED -> StrandedWords.spoken(open, said);
                    case FAILED_PAGES -> FailedPageWords.spoken(open, said);
                });
    }

    private static Stream<String> place(Notice.Entry entry) {
        return switch (entry.matter()) {
            case Matter.BrokenFile file ->
                file.faults().stream().limit(1).map(fault -> file.file() + ":" + fault.line() + " " + fault.rule());
            case Matter.ReviewDue due -> Stream.of(say("notices.reviews.since", due.title(), due.due()));
            case Matter.MatchProposed proposed -> Stream.of(proposed.title() + " " + proposed.rule());
            case Matter.PageFailed failed -> Stream.of("#%d %s".formatted(failed.incident(), failed.way()));
            case Matter.Stranded stranded -> Stream.of("#%d %s".formatted(stranded.incident(), stranded.title()));
        };
    }

    private static String files(int count) {
        return say("notices.files", count);
    }

    private static String runbooks(int count) {
        return say("notices.runbooks", count);
    }
}
