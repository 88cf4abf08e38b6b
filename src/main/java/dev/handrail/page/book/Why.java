package dev.handrail.page.book;

import dev.handrail.run.Cause;
import dev.handrail.run.Happened;
import dev.handrail.run.RunEvent;
import dev.handrail.run.hand.HandDesk;
import java.util.List;

/** Why somebody is told, in words. */
final class Why {
    private Why() {}

    /** @param happened the events that end with the telling */
    static String of(List<Happened> happened) {
        return happened.reversed().stream()
                .map(Happened::event)
                .filter(RunEvent.Escalated.class::isInstance)
                .map(event -> said((RunEvent.Escalated) event))
                .findFirst()
                .orElse("whoever was told before has not answered");
    }

    private static String said(RunEvent.Escalated escalated) {
        if (escalated.reason().startsWith(HandDesk.PAGED)) {
            return escalated.reason();
        }
        var reason = escalated.reason().isBlank() ? "" : ": " + escalated.reason();
        return words(escalated.cause()) + reason;
    }

    private static String words(Cause cause) {
        return switch (cause) {
            case UNKNOWN_FAILURE -> "no runbook is known for this failure";
            case SOMETHING_ELSE -> "it is outside the known pattern";
            case OUTCOME -> "its runbook says that this is yours";
            case RETRY_LIMIT -> "every try that its runbook allows has been made";
            case BY_HAND -> "somebody asked for you";
            case NOT_ACKNOWLEDGED -> "nobody has acknowledged it in time";
            case NO_ANSWER -> "its responder has been silent for too long";
            case OWNER_SILENT -> "whoever took it has been silent since";
        };
    }
}
