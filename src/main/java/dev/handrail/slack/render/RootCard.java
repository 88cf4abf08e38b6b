package dev.handrail.slack.render;

import static dev.handrail.slack.words.Wording.say;

import dev.handrail.run.Act;
import dev.handrail.run.Book;
import dev.handrail.run.RunEvent;
import dev.handrail.slack.offer.OfferedRunbooks;
import dev.handrail.slack.storm.PartsList;
import dev.handrail.slack.story.Headline;
import dev.handrail.slack.story.Regrouping;
import dev.handrail.slack.story.Story;
import dev.handrail.slack.text.Kit;
import dev.handrail.slack.text.Markdown;
import dev.handrail.slack.text.Mrkdwn;
import dev.handrail.slack.text.Phrase;
import dev.handrail.slack.words.Names;
import java.util.ArrayList;
import java.util.List;

/** The message that an incident's thread hangs on: what is wrong, whose it is, who is on it. Edited in place. */
final class RootCard {
    private static final int SUMMARY = 320;

    private final Story story;
    private final Headline headline;
    private final OfferedRunbooks offered;
    private final SmallPrint print;

    private RootCard(Story story) {
        this.story = story;
        this.headline = Headline.of(story);
        this.offered = new OfferedRunbooks(story.view());
        this.print = new SmallPrint(story);
    }

    static Slot of(Story story) {
        var card = new RootCard(story);
        var channel = new Slot.Where.Root(story.view().incident().channel());
        return new Slot(
                Slot.ROOT, Slot.Kind.LIVING, Slot.Urgency.CARD, channel, new Message(card.blocks(), card.text()));
    }

    private List<Kit> blocks() {
        var blocks = new ArrayList<Kit>();
        blocks.add(Kit.section(headline()));
        if (story.view().state().isOpen()) {
            section(blocks, meaning());
            blocks.add(Kit.fields(facts()));
            blocks.addAll(offered.blocks());
            section(blocks, print.seenBefore());
            parts(blocks);
            context(blocks, print.tookIn());
            context(blocks, story.partOfStorm().orElse(Mrkdwn.NONE));
            context(blocks, story.flapping().map(Phrase::shown).orElse(Mrkdwn.NONE));
            context(blocks, print.arranged());
            context(blocks, print.work());
            context(blocks, print.labels());
            context(blocks, story.newer().map(Phrase::shown).orElse(Mrkdwn.NONE));
            blocks.add(CardActions.open(story));
        } else {
            section(blocks, ending());
            story.view().storm().ifPresent(storm -> section(blocks, Mrkdwn.text(storm.words())));
            section(blocks, draft());
            blocks.add(CardActions.over(story));
        }
        context(blocks, Mrkdwn.format("%s · %s", story.page(), Mrkdwn.say("card.foot")));
        return blocks;
    }

    private void parts(List<Kit> blocks) {
        story.view().storm().ifPresent(storm -> blocks.addAll(PartsList.of(storm, story.links(), story.page())));
    }

    private Mrkdwn headline() {
        return Mrkdwn.format(
                "%s *%s* · %s\n*%s*",
                headline.emoji(),
                headline.state().shown(),
                Names.shown(story.view().incident().severity()),
                story.title());
    }

    /** The whole card in sentences. */
    private Mrkdwn text() {
        var incident = story.view().incident();
        var said = Phrase.say(
                "card.spoken",
                Names.of(incident.severity()),
                incident.title(),
                incident.id(),
                headline.state(),
                headline.next());
        return (offered.isEmpty() ? said : Phrase.of("%s %s", said, offered.spoken())).spoken();
    }

    private Mrkdwn meaning() {
        var lines = new ArrayList<Mrkdwn>();
        if (story.isDrill()) {
            lines.add(Mrkdwn.say("card.drill.meaning"));
        }
        if (story.view().storm().isPresent()) {
            lines.add(Mrkdwn.say("card.storm", story.owner()));
        } else if (story.view().plan().book().isEmpty()) {
            lines.add(unknown());
        }
        story.view().plan().book().map(Book::sections).ifPresent(sections -> {
            lines.add(Mrkdwn.text(Markdown.summary(sections.meaning(), SUMMARY)));
            lines.add(Mrkdwn.text(Markdown.summary(sections.impact(), SUMMARY)));
        });
        annotation("summary", lines);
        annotation("description", lines);
        return Mrkdwn.join("\n", lines);
    }

    private Mrkdwn unknown() {
        var known = offered.isEmpty() ? say("card.unknown.none") : say("card.unknown.uncertain");
        return story.pagedByHand()
                .map(by -> Mrkdwn.say("card.by-hand", Names.capital(by), story.owner()))
                .orElseGet(() -> Mrkdwn.say("card.unknown", known, story.owner()));
    }

    /** What the title says already is said once. */
    private void annotation(String name, List<Mrkdwn> lines) {
        var value = story.view().alerts().annotations().get(name);
        if (value != null
                && !value.isBlank()
                && !value.equals(story.view().incident().title())) {
            lines.add(Mrkdwn.format("> %s", Mrkdwn.text(value, 400)));
        }
    }

    private List<Mrkdwn> facts() {
        var incident = story.view().incident();
        var facts = new ArrayList<Mrkdwn>();
        facts.add(fact(say("card.owner"), Mrkdwn.text(story.owner())));
        facts.add(fact(say("card.on-it"), onIt()));
        facts.add(fact(say("card.alerts"), alerts()));
        incident.flow().ifPresent(flow -> facts.add(fact(say("card.flow"), Mrkdwn.text(flow))));
        var isByAlert = story.view().storm().isEmpty() && story.pagedByHand().isEmpty();
        if (isByAlert || hasRunbook()) {
            facts.add(fact(say("card.runbook"), runbook()));
            facts.add(fact(
                    say(hasRunbook() ? "card.why" : "card.why-none"),
                    offered.isEmpty() ? why() : Mrkdwn.text(offered.whyNone())));
        }
        return facts;
    }

    private boolean hasRunbook() {
        return story.view().plan().book().isPresent();
    }

    private Mrkdwn why() {
        return story.last(event -> event instanceof RunEvent.RunbookPicked || event instanceof Act.RunbookChanged)
                .map(last -> switch (last.event()) {
                    case RunEvent.RunbookPicked picked ->
                        Mrkdwn.say("card.picked", picked.by().name(), picked.why());
                    case Act.RunbookChanged changed ->
                        Mrkdwn.say("card.chosen", changed.by().name(), changed.why());
                    case RunEvent _ -> Mrkdwn.NONE;
                })
                .orElseGet(() -> Mrkdwn.text(story.view().incident().why()));
    }

    private static Mrkdwn fact(String name, Mrkdwn value) {
        return Mrkdwn.format("*%s*\n%s", name, value);
    }

    private Mrkdwn onIt() {
        var taken = story.last(event -> Story.taker(event).isPresent() || event instanceof RunEvent.Reopened);
        return taken.flatMap(last -> Story.taker(last.event())
                        .map(by -> Phrase.say("card.on-it.since", by.name(), last.at())
                                .shown()))
                .orElseGet(() -> Mrkdwn.say("card.on-it.nobody"));
    }

    private Mrkdwn alerts() {
        var alerts = story.view().alerts();
        var firing = say("card.alerts.firing", alerts.firing(), alerts.total());
        return story.view()
                .state()
                .resolvedSince()
                .map(since -> Phrase.say("card.alerts.over", firing, since).shown())
                .orElseGet(() -> Mrkdwn.text(firing));
    }

    private Mrkdwn runbook() {
        return story.view()
                .plan()
                .book()
                .map(book -> Mrkdwn.format("%s (%s)", book.title(), book.path()))
                .orElseGet(() -> Mrkdwn.say("card.runbook.none"));
    }

    /** What fixed it, where somebody said so. */
    private Mrkdwn ending() {
        return story.last(RunEvent.Finished.class::isInstance)
                .map(last -> last.event() instanceof RunEvent.Finished over ? whatFixedIt(over) : Mrkdwn.NONE)
                .orElse(Mrkdwn.NONE);
    }

    /** The next such failure need not be unknown. */
    private Mrkdwn draft() {
        var address = story.links().draft(story.view().incident().id());
        var wanted = story.isUnknown() && story.view().state().mergedInto().isEmpty();
        return wanted ? Mrkdwn.say("card.draft", Mrkdwn.link(address, say("card.draft.link"))) : Mrkdwn.NONE;
    }

    private Mrkdwn whatFixedIt(RunEvent.Finished over) {
        if (over.into().isPresent()) {
            var goesOn =
                    Mrkdwn.say("card.merged", Regrouping.link(story, over.into().get()));
            return over.note().isBlank() ? goesOn : Mrkdwn.format("%s\n> %s", goesOn, Mrkdwn.text(over.note(), 1500));
        }
        var said = new ArrayList<Mrkdwn>();
        over.fix().ifPresent(fix -> said.add(Mrkdwn.format("*%s*", Names.of(fix))));
        if (!over.note().isBlank()) {
            said.add(Mrkdwn.text(over.note(), 1500));
        }
        return said.isEmpty() ? Mrkdwn.NONE : Mrkdwn.say("card.fixed", Mrkdwn.join(" · ", said));
    }

    private static void section(List<Kit> blocks, Mrkdwn text) {
        if (!text.isEmpty()) {
            blocks.add(Kit.section(text));
        }
    }

    private static void context(List<Kit> blocks, Mrkdwn text) {
        if (!text.isEmpty()) {
            blocks.add(Kit.context(text));
        }
    }
}
