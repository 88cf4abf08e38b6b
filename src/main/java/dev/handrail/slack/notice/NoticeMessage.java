package dev.handrail.slack.notice;

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
            blocks.add(Kit.section(Mrkdwn.format("and %s more: %s", more, page())));
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
                        ? Mrkdwn.format("✅ *Mended:* %s of %s", files(all), owner)
                        : Mrkdwn.format(
                                "📕 *%s of %s cannot be used as %s now*",
                                files(open), owner, open == 1 ? "it is" : "they are");
            case REVIEWS ->
                open == 0
                        ? Mrkdwn.format("✅ *Reviewed:* %s of %s", runbooks(all), owner)
                        : Mrkdwn.format(
                                "🔁 *%s of %s %s due for review*", runbooks(open), owner, open == 1 ? "is" : "are");
            case PROPOSALS ->
                open == 0
                        ? Mrkdwn.format("✅ *Taken up:* what this message proposed to %s", owner)
                        : Mrkdwn.format(
                                "💡 *%s of %s could know an alert by %s*",
                                runbooks(open), owner, open == 1 ? "itself" : "themselves");
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
        return Mrkdwn.format("✅ %s: mended or changed since", file.file());
    }

    private Mrkdwn owed(Matter.ReviewDue due) {
        return Mrkdwn.format("%s\n%s · due since %s", title(due), due.file(), due.due());
    }

    private Mrkdwn reviewed(Matter.ReviewDue due) {
        return Mrkdwn.format("✅ %s: reviewed", title(due));
    }

    private Mrkdwn broken(Matter.BrokenFile file) {
        var lines = new ArrayList<Mrkdwn>();
        lines.add(Mrkdwn.format("*%s*", file.file()));
        file.faults().stream()
                .limit(FAULTS)
                .map(fault -> Mrkdwn.format(
                        "• line %s: %s: found %s; wanted %s",
                        fault.line(), fault.rule(), Mrkdwn.text(fault.found(), 200), Mrkdwn.text(fault.wanted(), 200)))
                .forEach(lines::add);
        if (file.faults().size() > FAULTS) {
            lines.add(Mrkdwn.format("• and %s more in this file", file.faults().size() - FAULTS));
        }
        lines.add(Mrkdwn.text(stays(file)));
        return Mrkdwn.join("\n", lines);
    }

    private static String stays(Matter.BrokenFile file) {
        return file.runbook().isPresent() || !file.file().endsWith(".md")
                ? "Its last good revision stays in use until it is mended."
                : "It has never been good, so no alert finds it.";
    }

    private Mrkdwn foot() {
        return switch (notice.topic()) {
            case BROKEN_FILES -> Mrkdwn.format("File and line as in the repository · %s", page());
            case PROPOSALS ->
                Mrkdwn.format(
                        "Nothing changes by itself: apply the patch in the library's folder (git apply), or leave it · %s",
                        page());
            case REVIEWS ->
                Mrkdwn.format(
                        "Read it against what is true, then set the date at review: last: in its front matter · %s",
                        page());
            case STRANDED -> StrandedWords.FOOT;
            case FAILED_PAGES -> FailedPageWords.FOOT;
        };
    }

    private Mrkdwn title(Matter.ReviewDue due) {
        return Mrkdwn.link(links.runbook(due.runbook()), due.title());
    }

    private Mrkdwn page() {
        return Mrkdwn.link(links.runbooks(), "All runbooks");
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
                                ? "Mended: nothing of " + owner + " is broken any more in what this message named."
                                : "%s of %s cannot be used now:%s".formatted(files(open), owner, said);
                    case REVIEWS ->
                        open == 0
                                ? "Reviewed: what this message named of " + owner + "."
                                : "%s of %s due for review:%s".formatted(runbooks(open), owner, said);
                    case PROPOSALS ->
                        open == 0
                                ? "Taken up: what this message proposed to " + owner + "."
                                : "A match rule is proposed for %s of %s:%s".formatted(runbooks(open), owner, said);
                    case STRANDED -> StrandedWords.spoken(open, said);
                    case FAILED_PAGES -> FailedPageWords.spoken(open, said);
                });
    }

    private static Stream<String> place(Notice.Entry entry) {
        return switch (entry.matter()) {
            case Matter.BrokenFile file ->
                file.faults().stream().limit(1).map(fault -> file.file() + ":" + fault.line() + " " + fault.rule());
            case Matter.ReviewDue due -> Stream.of(due.title() + " since " + due.due());
            case Matter.MatchProposed proposed -> Stream.of(proposed.title() + " " + proposed.rule());
            case Matter.PageFailed failed -> Stream.of("#%d %s".formatted(failed.incident(), failed.way()));
            case Matter.Stranded stranded -> Stream.of("#%d %s".formatted(stranded.incident(), stranded.title()));
        };
    }

    private static String files(int count) {
        return count == 1 ? "1 file" : count + " files";
    }

    private static String runbooks(int count) {
        return count == 1 ? "1 runbook" : count + " runbooks";
    }
}
