package dev.handrail.slack.press;

import java.util.Arrays;
import java.util.Optional;

/** What a button asks for. Old messages keep their buttons: names are only ever added. */
public enum Verb {
    ACKNOWLEDGE("ack", Opens.NOTHING),
    TAKE_OVER("take_over", Opens.NOTHING),
    ANSWER("answer", Opens.NOTHING),
    START_TRY("try", Opens.NOTHING),
    SOMETHING_ELSE("something_else", Opens.FORM),
    ESCALATE("escalate", Opens.FORM),
    GO_ON("go_on", Opens.NOTHING),
    TAKE_PAGE("take_page", Opens.NOTHING),
    STILL_ON_IT("still_on_it", Opens.NOTHING),
    RESOLVE("resolve", Opens.FORM),
    ALL_STEPS("all_steps", Opens.PAGE),
    WHOLE_STEP("whole_step", Opens.PAGE),
    REPORT("report", Opens.FORM),
    SWITCH_REVISION("switch_revision", Opens.CONFIRMATION),
    PICK("pick", Opens.NOTHING),
    NONE_FITS("none_fits", Opens.NOTHING),
    SKIP("skip", Opens.FORM),
    BACK("back", Opens.NOTHING),
    NOTE("note", Opens.FORM),
    HAND_OVER("hand_over", Opens.FORM),
    ACCEPT("accept", Opens.NOTHING),
    DECLINE("decline", Opens.NOTHING),
    REOPEN("reopen", Opens.FORM),
    SEVERITY("severity", Opens.FORM),
    WRONG_RUNBOOK("wrong_runbook", Opens.FORM),
    MUTE("mute", Opens.FORM),
    ADD_PERSON("add_person", Opens.FORM),
    MORE("more", Opens.PAGE),
    DID("did", Opens.FORM),
    MERGE("merge", Opens.FORM),
    SPLIT("split", Opens.FORM);

    /** What pressing it opens. */
    private enum Opens {
        /** It is done at once. */
        NOTHING,
        /** A modal that asks before anything happens. */
        FORM,
        /** A modal that shows what is about to be done. */
        CONFIRMATION,
        /** A modal that only shows something. */
        PAGE
    }

    private final String id;
    private final Opens opens;

    Verb(String id, Opens opens) {
        this.id = id;
        this.opens = opens;
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

    /** Says whether something is asked for in a modal before anything happens. */
    public boolean asksFirst() {
        return opens == Opens.FORM;
    }

    /** Says whether something is asked, or to be confirmed, in a modal. */
    public boolean isSubmitted() {
        return opens == Opens.FORM || opens == Opens.CONFIRMATION;
    }

    /** Says whether only something is shown, in a modal. */
    public boolean onlyShows() {
        return opens == Opens.PAGE;
    }
}
