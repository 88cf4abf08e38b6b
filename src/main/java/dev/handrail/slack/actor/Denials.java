package dev.handrail.slack.actor;

import dev.handrail.slack.text.Phrase;

/** What somebody is told who may not act: why, and who can change it. */
public final class Denials {
    private Denials() {}

    /** @throws IllegalArgumentException for somebody who may */
    public static Phrase of(Standing standing) {
        return switch (standing) {
            case GUEST -> Phrase.say("actors.guest");
            case ELSEWHERE -> Phrase.say("replies.elsewhere");
            case BOT -> Phrase.say("actors.bot");
            case DEACTIVATED -> Phrase.say("actors.deactivated");
            case UNKNOWN -> Phrase.say("actors.unknown");
            case NO_RESPONDER -> Phrase.say("actors.no-responder");
            case UNCLEAR -> Phrase.say("actors.unclear");
            case MAY -> throw new IllegalArgumentException("nothing is denied to somebody who may act");
        };
    }
}
