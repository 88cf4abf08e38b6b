package dev.handrail.slack.press;

import dev.handrail.slack.SlackLimits;
import dev.handrail.slack.text.Kit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a modal asks: a sentence, and before it perhaps a choice.
 *
 * @param question what the sentence answers
 * @param needed whether the sentence may not be left out
 * @param typed how to name what the choice has no room for; empty where it has room for all, or what it lacks is not wanted
 */
record Form(
        String title,
        Optional<Choice> choice,
        String question,
        String hint,
        String submit,
        boolean needed,
        Optional<String> typed) {
    /** How much may be typed in place of a choice. */
    private static final int TYPED = 300;

    /**
     * One of several things.
     *
     * @param block the name of the input, and of its block
     * @param element what is shown: a menu, buttons, or a search for people
     * @param needed whether it may not be left out
     */
    record Choice(String block, String question, Kit element, boolean needed) {
        static Choice radio(String block, String question, List<Kit> options) {
            return new Choice(block, question, Kit.of("radio_buttons").with("options", options), true);
        }

        static Choice menu(String block, String question, List<Kit> options) {
            return new Choice(block, question, Pick.from(options), true);
        }

        static Choice several(String block, String question, List<Kit> options) {
            var kept = options.stream().limit(SlackLimits.SELECT_OPTIONS).toList();
            return new Choice(block, question, Kit.of("multi_static_select").with("options", kept), true);
        }

        static Choice person(String block, String question) {
            return new Choice(block, question, Kit.of("users_select"), true);
        }

        Choice optional() {
            return new Choice(block, question, element, false);
        }

        Kit input() {
            var input = Kit.of("input")
                    .with("block_id", block)
                    .with("label", Kit.plain(question, SlackLimits.INPUT_LABEL))
                    .with("element", element.with("action_id", block));
            return needed ? input : input.with("optional", true);
        }
    }

    static Form asking(String title, String question, String hint, String submit) {
        return new Form(title, Optional.empty(), question, hint, submit, true, Optional.empty());
    }

    Form choosing(Choice first) {
        return new Form(title, Optional.of(first), question, hint, submit, needed, typed);
    }

    Form typing(String other) {
        return new Form(title, choice, question, hint, submit, needed, Optional.of(other));
    }

    Form optional() {
        return new Form(title, choice, question, hint, submit, false, typed);
    }

    /** Returns what asks something: where the choice has no room for all, what it lacks may be typed. */
    List<Kit> inputs(boolean hasRoom, String field, int longest) {
        var typing = typed.filter(_ -> !hasRoom);
        var asked = new ArrayList<Kit>();
        choice.map(first -> typing.isPresent() ? first.optional() : first)
                .map(Choice::input)
                .ifPresent(asked::add);
        typing.map(Form::typed).ifPresent(asked::add);
        asked.add(sentence(field, longest));
        return asked;
    }

    private static Kit typed(String question) {
        var input = Kit.of("plain_text_input")
                .with("action_id", SentenceModal.TYPED)
                .with("max_length", TYPED);
        return Kit.of("input")
                .with("block_id", SentenceModal.TYPED)
                .with("label", Kit.plain(question, SlackLimits.INPUT_LABEL))
                .with("optional", true)
                .with("element", input);
    }

    private Kit sentence(String block, int longest) {
        var input = Kit.of("plain_text_input")
                .with("action_id", block)
                .with("multiline", true)
                .with("max_length", longest);
        var asked = Kit.of("input")
                .with("block_id", block)
                .with("label", Kit.plain(question, SlackLimits.INPUT_LABEL))
                .with("hint", Kit.plain(hint, SlackLimits.INPUT_LABEL))
                .with("element", input);
        return needed ? asked : asked.with("optional", true);
    }
}
