package dev.handrail.slack.command;

import dev.handrail.slack.text.Phrase;
import java.util.function.Supplier;

/** Something that can be asked for in words. */
interface Subcommand {
    /** Returns the word that it begins with. */
    String name();

    /** Returns what somebody may write, as it stands. */
    String example();

    /** Returns what comes of it, in a few words. */
    Phrase does();

    /**
     * Does what is wished for.
     *
     * @param alongside marks the wish as done: in the same transaction as whatever is changed
     * @return how to answer, away from the thread on which others wait
     */
    Supplier<Answer> take(Wish wish, Runnable alongside);

    /** One that changes nothing. */
    interface Question extends Subcommand {
        Answer answer(Wish wish);

        @Override
        default Supplier<Answer> take(Wish wish, Runnable alongside) {
            alongside.run();
            return () -> answer(wish);
        }
    }

    /** One that changes something. */
    interface Deed extends Subcommand {
        /** @param alongside is done in the same transaction, also where nothing is changed */
        Answer act(Wish wish, Runnable alongside);

        @Override
        default Supplier<Answer> take(Wish wish, Runnable alongside) {
            var answer = act(wish, alongside);
            return () -> answer;
        }
    }
}
