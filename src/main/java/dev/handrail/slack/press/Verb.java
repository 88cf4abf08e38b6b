package dev.handrail.slack.press;

import java.util.Arrays;
import java.util.Optional;

/** What a button asks for. Old messages keep their buttons: names are only ever added. */
public enum Verb {
    ACKNOWLEDGE("ack"),
    TAKE_OVER("take_over"),
    ANSWER("answer"),
    START_TRY("try"),
    SOMETHING_ELSE("something_else"),
    ESCALATE("escalate"),
    GO_ON("go_on"),
    TAKE_PAGE("take_page"),
    STILL_ON_IT("still_on_it"),
    RESOLVE("resolve"),
    ALL_STEPS("all_steps"),
    WHOLE_STEP("whole_step"),
    REPORT("report"),
    SWITCH_REVISION("switch_revision"),
    PICK("pick"),
    NONE_FITS("none_fits");

    private final String id;

    Verb(String id) {
        this.id = id;
    }

    /** Returns the name that Slack sends back. */
    public String id() {
        return id;
    }

    /** Returns the name of the nth of several buttons of one verb: Slack wants them to differ. */
    String id(int number) {
        return id + "." + number;
    }

    /** Reads an action id or a callback id; empty if it is none of ours. */
    public static Optional<Verb> of(String id) {
        var dot = id.indexOf('.');
        var name = dot < 0 ? id : id.substring(0, dot);
        return Arrays.stream(values()).filter(verb -> verb.id.equals(name)).findFirst();
    }

    /** Says whether a sentence is asked for in a modal before anything happens. */
    public boolean asksForSentence() {
        return switch (this) {
            case SOMETHING_ELSE, ESCALATE, RESOLVE, REPORT -> true;
            case ACKNOWLEDGE, TAKE_OVER, ANSWER, START_TRY, GO_ON, TAKE_PAGE, STILL_ON_IT, ALL_STEPS, WHOLE_STEP ->
                false;
            case SWITCH_REVISION, PICK, NONE_FITS -> false;
        };
    }

    /** Says whether something is asked, or to be confirmed, in a modal. */
    public boolean isSubmitted() {
        return asksForSentence() || this == SWITCH_REVISION;
    }

    /** Says whether only something is shown, in a modal. */
    public boolean onlyShows() {
        return this == ALL_STEPS || this == WHOLE_STEP;
    }
}
