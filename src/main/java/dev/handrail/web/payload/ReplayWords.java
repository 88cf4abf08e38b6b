package dev.handrail.web.payload;

import dev.handrail.intake.kept.Replay;
import dev.handrail.run.reception.Receipt;
import java.util.stream.Collectors;

/** What came of a replay, for people. */
final class ReplayWords {
    private static final int MOST = 10;

    private ReplayWords() {}

    static String of(Replay.Answer answer) {
        return switch (answer) {
            case Replay.Answer.Taken taken -> taken(taken.receipt());
            case Replay.Answer.NotUnderstood not -> "It is still not understood: " + not.problem();
            case Replay.Answer.NoSource none ->
                "Its source '" + none.source() + "' is set up no more; add its file again and restart.";
            case Replay.Answer.NoPayload _ -> "It is gone: payloads are kept for a time only.";
        };
    }

    private static String taken(Receipt receipt) {
        var alerts = receipt.alerts();
        var first = alerts.stream()
                .limit(MOST)
                .map(placed -> placed.alert()
                        + placed.incident().map(id -> " (incident " + id + ")").orElse("") + ": " + placed.why())
                .collect(Collectors.joining("; "));
        var rest = alerts.size() > MOST ? "; and " + (alerts.size() - MOST) + " more" : "";
        var what = alerts.isEmpty() ? "There is no alert in it." : first + rest + ".";
        return "Replayed. " + what
                + receipt.problem()
                        .map(problem -> " Not understood: " + problem)
                        .orElse("");
    }
}
