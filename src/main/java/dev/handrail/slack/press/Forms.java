package dev.handrail.slack.press;

import dev.handrail.alert.Severity;
import dev.handrail.run.Fault;
import dev.handrail.run.fact.Fix;
import dev.handrail.run.fact.Upshot;
import dev.handrail.slack.press.Form.Choice;
import dev.handrail.slack.text.Kit;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What each modal asks that asks something. */
final class Forms {
    private static final String ONE = "One sentence is enough. ";

    private static final Form SOMETHING_ELSE = Form.asking(
            "Something else",
            "What do you see?",
            ONE + "The steps stop here, and the owner is told your words.",
            "Tell the owner");
    private static final Form SKIP = Form.asking(
            "Skip this step",
            "Why is it left out?",
            ONE + "It stays in the record. The next step in the runbook is shown.",
            "Skip it");
    private static final Form REPORT = Form.asking(
            "Report this step",
            "What is wrong, and what should it say?",
            ONE
                    + "Whoever owns the runbook reads it, with the place in the file. Nobody is paged, and the walk goes on.",
            "Report");
    private static final Form ESCALATE = Form.asking(
            "Escalate", "What do you need?", ONE + "The owner is told your words, at once.", "Tell the owner");
    private static final Form RESOLVE = Form.asking(
            "Resolved", "How, in a sentence?", ONE + "It closes the incident and stays in its record.", "It is over");
    private static final Form REOPEN = Form.asking(
            "Reopen",
            "Why is it not over?",
            ONE + "Whoever was on it is called, and it waits for somebody to take it.",
            "Open it again");
    private static final Form SEVERITY = Form.asking("Change severity", "Why?", "It may be left out.", "Change it")
            .optional();
    private static final Form HAND_OVER = Form.asking(
                    "Hand over",
                    "What should they know?",
                    "It may be left out. They are asked at once, and you have it until they accept.",
                    "Ask them")
            .optional();
    private static final Form ADD_PERSON = Form.asking(
                    "Add a person",
                    "What for?",
                    "It may be left out. They are mentioned in the thread, once.",
                    "Ask them")
            .optional();
    private static final Form NOTE = Form.asking(
            "Add a note",
            "What did you see or do?",
            "It stays in the record. A link to a file, a graph or a message is evidence.",
            "Add it");
    private static final Form DID = Form.asking(
            "I did…",
            "What did you do, or find out?",
            ONE + "Put commands between `backticks`. In the end it is a step of the runbook that Handrail drafts.",
            "Record it");
    private static final Form MUTE = Form.asking(
            "Mute",
            "Why?",
            ONE + "Alerts like these are recorded and open nothing until then, and nobody is reminded here.",
            "Mute it");
    private static final Form WRONG_RUNBOOK = Form.asking(
            "Wrong runbook",
            "Why is it the wrong one?",
            ONE + "The walk begins anew with the one that you choose, and its owner learns that it was not found.",
            "Use that runbook");

    private Forms() {}

    /** @param runbooks what the library has, as options, for the verb that chooses among them */
    static Form of(Verb verb, List<Kit> runbooks) {
        return switch (verb) {
            case SOMETHING_ELSE -> SOMETHING_ELSE;
            case SKIP -> SKIP;
            case REPORT -> REPORT.choosing(Choice.radio(SentenceModal.FAULT, "What is the matter with it?", faults()));
            case ESCALATE -> ESCALATE;
            case RESOLVE ->
                RESOLVE.choosing(Choice.menu(SentenceModal.CHOICE, "What fixed it?", fixes())
                        .optional());
            case REOPEN -> REOPEN;
            case SEVERITY ->
                SEVERITY.choosing(Choice.radio(SentenceModal.CHOICE, "How much does it hurt?", severities()));
            case HAND_OVER -> HAND_OVER.choosing(Choice.person(SentenceModal.CHOICE, "Who is to take it over?"));
            case ADD_PERSON -> ADD_PERSON.choosing(Choice.person(SentenceModal.CHOICE, "Who is to come?"));
            case NOTE -> NOTE;
            case DID -> DID.choosing(Choice.radio(SentenceModal.CHOICE, "What came of it?", upshots()));
            case MUTE -> MUTE.choosing(Choice.radio(SentenceModal.CHOICE, "For how long?", times()));
            case WRONG_RUNBOOK ->
                WRONG_RUNBOOK.choosing(
                        Choice.menu(SentenceModal.CHOICE, "Which is the right one? Type to search.", runbooks));
            case ACKNOWLEDGE, TAKE_OVER, ANSWER, START_TRY, GO_ON, TAKE_PAGE -> throw asksNothing(verb);
            case STILL_ON_IT, ALL_STEPS, WHOLE_STEP, SWITCH_REVISION -> throw asksNothing(verb);
            case PICK, NONE_FITS, BACK, ACCEPT, DECLINE, MORE -> throw asksNothing(verb);
        };
    }

    private static List<Kit> faults() {
        return Arrays.stream(Fault.values())
                .map(fault -> Kit.plainOption(words(fault), fault.word()))
                .toList();
    }

    private static String words(Fault fault) {
        return switch (fault) {
            case WRONG -> "Wrong: it does not do what it says";
            case UNCLEAR -> "Unclear: I cannot tell what to do";
            case DANGEROUS -> "Dangerous: following it does harm";
        };
    }

    private static List<Kit> fixes() {
        return Arrays.stream(Fix.values())
                .map(fix -> Kit.plainOption(capital(fix.words()), fix.name()))
                .toList();
    }

    private static List<Kit> upshots() {
        return Arrays.stream(Upshot.values())
                .map(upshot -> Kit.plainOption(words(upshot), upshot.name()))
                .toList();
    }

    private static String words(Upshot upshot) {
        return switch (upshot) {
            case HELPED -> "It helped";
            case IN_VAIN -> "It did not help";
            case FOUND_OUT -> "I found something out";
        };
    }

    private static List<Kit> severities() {
        return Arrays.stream(Severity.values())
                .map(severity -> Kit.plainOption(capital(severity.word()), severity.name()))
                .toList();
    }

    private static List<Kit> times() {
        return Stream.of(Duration.ofMinutes(30), Duration.ofHours(1), Duration.ofHours(2), Duration.ofHours(4))
                .map(time -> Kit.plainOption(words(time), time.toString()))
                .toList();
    }

    private static String words(Duration time) {
        return time.toHours() == 0 ? time.toMinutes() + " min" : time.toHours() + " h";
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static IllegalArgumentException asksNothing(Verb verb) {
        return new IllegalArgumentException(verb + " asks for nothing");
    }
}
