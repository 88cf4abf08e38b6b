package dev.handrail.slack.press;

import static dev.handrail.slack.words.Wording.say;

import dev.handrail.alert.Severity;
import dev.handrail.run.Fault;
import dev.handrail.run.fact.Fix;
import dev.handrail.run.fact.Upshot;
import dev.handrail.slack.press.Form.Choice;
import dev.handrail.slack.text.Kit;
import dev.handrail.slack.words.Names;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What each modal asks that asks something. */
final class Forms {

    private Forms() {}

    /** @param options what a verb chooses among that is not always the same */
    static Form of(Verb verb, List<Kit> options) {
        return switch (verb) {
            case SOMETHING_ELSE -> somethingElse();
            case SKIP -> skip();
            case REPORT -> report().choosing(Choice.radio(SentenceModal.FAULT, say("forms.report.fault"), faults()));
            case ESCALATE -> escalate();
            case RESOLVE ->
                resolve()
                        .choosing(Choice.menu(SentenceModal.CHOICE, say("forms.resolve.fix"), fixes())
                                .optional());
            case REOPEN -> reopen();
            case SEVERITY ->
                severity().choosing(Choice.radio(SentenceModal.CHOICE, say("forms.severity.which"), severities()));
            case HAND_OVER -> handOver().choosing(Choice.person(SentenceModal.CHOICE, say("forms.hand-over.who")));
            case ADD_PERSON -> addPerson().choosing(Choice.person(SentenceModal.CHOICE, say("forms.add-person.who")));
            case NOTE -> note();
            case DID -> did().choosing(Choice.radio(SentenceModal.CHOICE, say("forms.did.upshot"), upshots()));
            case MUTE -> mute().choosing(Choice.radio(SentenceModal.CHOICE, say("forms.mute.time"), times()));
            case WRONG_RUNBOOK ->
                wrongRunbook().choosing(Choice.menu(SentenceModal.CHOICE, say("forms.wrong-runbook.which"), options));
            case MERGE -> merge().choosing(Choice.menu(SentenceModal.CHOICE, say("forms.merge.which"), options));
            case SPLIT -> split().choosing(Choice.several(SentenceModal.CHOICE, say("forms.split.which"), options));
            case ACKNOWLEDGE, TAKE_OVER, ANSWER, START_TRY, GO_ON, TAKE_PAGE -> throw asksNothing(verb);
            case STILL_ON_IT, ALL_STEPS, WHOLE_STEP, SWITCH_REVISION -> throw asksNothing(verb);
            case PICK, NONE_FITS, BACK, ACCEPT, DECLINE, MORE -> throw asksNothing(verb);
        };
    }

    private static Form somethingElse() {
        return Form.asking(
                say("forms.something-else.title"),
                say("forms.something-else"),
                say("forms.something-else.hint"),
                say("forms.something-else.submit"));
    }

    private static Form skip() {
        return Form.asking(
                say("forms.skip.title"), say("forms.skip"), say("forms.skip.hint"), say("forms.skip.submit"));
    }

    private static Form report() {
        return Form.asking(
                say("forms.report.title"), say("forms.report"), say("forms.report.hint"), say("forms.report.submit"));
    }

    private static Form escalate() {
        return Form.asking(
                say("forms.escalate.title"),
                say("forms.escalate"),
                say("forms.escalate.hint"),
                say("forms.escalate.submit"));
    }

    private static Form resolve() {
        return Form.asking(
                say("forms.resolve.title"),
                say("forms.resolve"),
                say("forms.resolve.hint"),
                say("forms.resolve.submit"));
    }

    private static Form reopen() {
        return Form.asking(
                say("forms.reopen.title"), say("forms.reopen"), say("forms.reopen.hint"), say("forms.reopen.submit"));
    }

    private static Form severity() {
        return Form.asking(
                        say("forms.severity.title"),
                        say("forms.severity"),
                        say("forms.severity.hint"),
                        say("forms.severity.submit"))
                .optional();
    }

    private static Form handOver() {
        return Form.asking(
                        say("forms.hand-over.title"),
                        say("forms.hand-over"),
                        say("forms.hand-over.hint"),
                        say("forms.hand-over.submit"))
                .optional();
    }

    private static Form addPerson() {
        return Form.asking(
                        say("forms.add-person.title"),
                        say("forms.add-person"),
                        say("forms.add-person.hint"),
                        say("forms.add-person.submit"))
                .optional();
    }

    private static Form note() {
        return Form.asking(
                say("forms.note.title"), say("forms.note"), say("forms.note.hint"), say("forms.note.submit"));
    }

    private static Form did() {
        return Form.asking(say("forms.did.title"), say("forms.did"), say("forms.did.hint"), say("forms.did.submit"));
    }

    private static Form mute() {
        return Form.asking(
                say("forms.mute.title"), say("forms.mute"), say("forms.mute.hint"), say("forms.mute.submit"));
    }

    private static Form wrongRunbook() {
        return Form.asking(
                say("forms.wrong-runbook.title"),
                say("forms.wrong-runbook"),
                say("forms.wrong-runbook.hint"),
                say("forms.wrong-runbook.submit"));
    }

    private static List<Kit> faults() {
        return Arrays.stream(Fault.values())
                .map(fault -> Kit.plainOption(words(fault), fault.word()))
                .toList();
    }

    private static String words(Fault fault) {
        return switch (fault) {
            case WRONG -> say("forms.report.wrong");
            case UNCLEAR -> say("forms.report.unclear");
            case DANGEROUS -> say("forms.report.dangerous");
        };
    }

    private static List<Kit> fixes() {
        return Arrays.stream(Fix.values())
                .map(fix -> Kit.plainOption(Names.capital(Names.of(fix)), fix.name()))
                .toList();
    }

    private static List<Kit> upshots() {
        return Arrays.stream(Upshot.values())
                .map(upshot -> Kit.plainOption(words(upshot), upshot.name()))
                .toList();
    }

    private static String words(Upshot upshot) {
        return switch (upshot) {
            case HELPED -> say("forms.did.helped");
            case IN_VAIN -> say("forms.did.in-vain");
            case FOUND_OUT -> say("forms.did.found-out");
        };
    }

    private static List<Kit> severities() {
        return Arrays.stream(Severity.values())
                .map(severity -> Kit.plainOption(Names.of(severity), severity.name()))
                .toList();
    }

    private static List<Kit> times() {
        return Stream.of(Duration.ofMinutes(30), Duration.ofHours(1), Duration.ofHours(2), Duration.ofHours(4))
                .map(time -> Kit.plainOption(Names.of(time), time.toString()))
                .toList();
    }

    private static Form merge() {
        return Form.asking(
                        say("forms.merge.title"),
                        say("forms.merge"),
                        say("forms.merge.hint"),
                        say("forms.merge.submit"))
                .optional();
    }

    private static Form split() {
        return Form.asking(
                        say("forms.split.title"),
                        say("forms.split"),
                        say("forms.split.hint"),
                        say("forms.split.submit"))
                .optional()
                .typing(say("forms.split.typed"));
    }

    private static IllegalArgumentException asksNothing(Verb verb) {
        return new IllegalArgumentException(verb + " asks for nothing");
    }
}
