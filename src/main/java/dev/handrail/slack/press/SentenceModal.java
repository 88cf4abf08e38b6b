package dev.handrail.slack.press;

import static dev.handrail.slack.words.Wording.say;

import dev.handrail.platform.Json;
import dev.handrail.slack.SlackLimits;
import dev.handrail.slack.text.Harmless;
import dev.handrail.slack.text.Kit;
import dev.handrail.slack.text.Phrase;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A modal that asks for a sentence, and perhaps a choice, before something happens. */
public final class SentenceModal {
    /** The name of the input and of the block that it stands in. */
    public static final String FIELD = "sentence";

    /** The name of the input, and its block, that asks what is the matter with a step. */
    public static final String FAULT = "fault";

    /** The name of the input, and its block, of any other choice. */
    public static final String CHOICE = "choice";

    /** The name of the input, and its block, for what a choice has no room for. */
    public static final String TYPED = "typed";

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
        return json(verb, memory, List.of(), Optional.empty());
    }

    /** @param options what the verb chooses among that is not always the same */
    public static String json(Verb verb, Memory memory, List<Kit> options) {
        var left = options.size() - SlackLimits.SELECT_OPTIONS;
        var note =
                Forms.of(verb, List.of()).typed().filter(_ -> left > 0).map(_ -> Phrase.say("forms.typed.note", left));
        return json(verb, memory, options, note);
    }

    /** @param note what is to be known before anything is filled in */
    public static String json(Verb verb, Memory memory, Phrase note) {
        return json(verb, memory, List.of(), Optional.of(note));
    }

    private static String json(Verb verb, Memory memory, List<Kit> options, Optional<Phrase> note) {
        var form = Forms.of(verb, options);
        var noted = note.map(words -> Kit.section(words.shown())).stream();
        var asked = form.inputs(options.size() <= SlackLimits.SELECT_OPTIONS, FIELD, LONGEST);
        return Json.write(
                modal(form.title(), Stream.concat(noted, asked.stream()).toList())
                        .with("close", Kit.plain(say("forms.cancel"), SlackLimits.VIEW_TITLE))
                        .with("callback_id", verb.id())
                        .with("submit", Kit.plain(form.submit(), SlackLimits.VIEW_TITLE))
                        .with("private_metadata", Json.write(memory)));
    }

    /** Says whether a modal of this verb asks for a choice, and under what name. */
    public static Optional<String> choice(Verb verb) {
        return Forms.of(verb, List.of()).choice().map(Form.Choice::block);
    }

    /** Says whether a modal of this verb may not be sent without a choice. */
    public static boolean mustChoose(Verb verb) {
        return Forms.of(verb, List.of()).choice().filter(Form.Choice::needed).isPresent();
    }

    /** Says whether a modal of this verb may be sent without a sentence. */
    public static boolean isOptional(Verb verb) {
        return !Forms.of(verb, List.of()).needed();
    }

    /** Returns a modal that only shows blocks. */
    public static Kit modal(String title, List<Kit> blocks) {
        return Kit.of("modal")
                .with("title", Kit.plain(Harmless.line(title, SlackLimits.VIEW_TITLE), SlackLimits.VIEW_TITLE))
                .with("close", Kit.plain(say("forms.close"), SlackLimits.VIEW_TITLE))
                .with("blocks", blocks);
    }
}
