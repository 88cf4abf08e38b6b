package dev.handrail.slack.press;

import dev.handrail.platform.Json;
import dev.handrail.run.Fault;
import dev.handrail.slack.SlackLimits;
import dev.handrail.slack.text.Harmless;
import dev.handrail.slack.text.Kit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A modal that asks for a sentence before something happens. */
public final class SentenceModal {
    /** The name of the input and of the block that it stands in. */
    public static final String FIELD = "sentence";

    /** The name of the input, and its block, that asks what is the matter with a step. */
    public static final String FAULT = "fault";

    /** How long a sentence may be, in UTF-16 code units. */
    public static final int LONGEST = 1000;

    private SentenceModal() {}

    /**
     * What a modal remembers of the button that opened it.
     *
     * @param ticket the button's value
     * @param channel where the button stood, and its presser is answered
     * @param thread the thread that the button stood in; its own message if it stood in none
     * @param shown what the modal was about besides: the revision whose changes it lists
     */
    public record Memory(String ticket, String channel, String thread, Optional<String> shown) {
        public Memory(String ticket, String channel, String thread) {
            this(ticket, channel, thread, Optional.empty());
        }
    }

    /** Returns the modal as Slack takes it. */
    public static String json(Verb verb, Memory memory) {
        var words = words(verb);
        var input = Kit.of("plain_text_input")
                .with("action_id", FIELD)
                .with("multiline", true)
                .with("max_length", LONGEST);
        var block = Kit.of("input")
                .with("block_id", FIELD)
                .with("label", Kit.plain(words.question(), SlackLimits.INPUT_LABEL))
                .with("hint", Kit.plain(words.hint(), SlackLimits.INPUT_LABEL))
                .with("element", input);
        var blocks = verb == Verb.REPORT ? List.of(fault(), block) : List.of(block);
        return Json.write(modal(words.title(), blocks)
                .with("close", Kit.plain("Cancel", SlackLimits.VIEW_TITLE))
                .with("callback_id", verb.id())
                .with("submit", Kit.plain(words.submit(), SlackLimits.VIEW_TITLE))
                .with("private_metadata", Json.write(memory)));
    }

    private static Kit fault() {
        var options = Arrays.stream(Fault.values())
                .map(fault -> Kit.plainOption(words(fault), fault.word()))
                .toList();
        return Kit.of("input")
                .with("block_id", FAULT)
                .with("label", Kit.plain("What is the matter with the step?", SlackLimits.INPUT_LABEL))
                .with(
                        "element",
                        Kit.of("radio_buttons").with("action_id", FAULT).with("options", options));
    }

    private static String words(Fault fault) {
        return switch (fault) {
            case WRONG -> "Wrong: it does not do what it says";
            case UNCLEAR -> "Unclear: I cannot tell what to do";
            case DANGEROUS -> "Dangerous: following it does harm";
        };
    }

    /** Returns a modal that only shows blocks. */
    public static Kit modal(String title, List<Kit> blocks) {
        return Kit.of("modal")
                .with("title", Kit.plain(Harmless.line(title, SlackLimits.VIEW_TITLE), SlackLimits.VIEW_TITLE))
                .with("close", Kit.plain("Close", SlackLimits.VIEW_TITLE))
                .with("blocks", blocks);
    }

    private record Words(String title, String question, String hint, String submit) {}

    private static Words words(Verb verb) {
        return switch (verb) {
            case SOMETHING_ELSE ->
                new Words(
                        "Something else",
                        "What do you see?",
                        "One sentence is enough. The steps stop here, and the owner is told your words.",
                        "Tell the owner");
            case RESOLVE ->
                new Words(
                        "Resolved",
                        "What fixed it?",
                        "One sentence is enough. It closes the incident and stays in its record.",
                        "It is over");
            case ESCALATE ->
                new Words(
                        "Escalate",
                        "What do you need?",
                        "One sentence is enough. The owner is told your words, at once.",
                        "Tell the owner");
            case REPORT ->
                new Words(
                        "Report this step",
                        "What is wrong, and what should it say?",
                        "One sentence is enough. Whoever owns the runbook reads it, with the place in the file. Nobody is"
                                + " paged, and the walk goes on.",
                        "Report");
            case ACKNOWLEDGE, TAKE_OVER, ANSWER, START_TRY, GO_ON, TAKE_PAGE -> throw asksNothing(verb);
            case STILL_ON_IT, ALL_STEPS, WHOLE_STEP, SWITCH_REVISION -> throw asksNothing(verb);
            case PICK, NONE_FITS -> throw asksNothing(verb);
        };
    }

    private static IllegalArgumentException asksNothing(Verb verb) {
        return new IllegalArgumentException(verb + " asks for no sentence");
    }
}
