package dev.handrail.web.payload;

import dev.handrail.platform.Json;
import dev.handrail.web.PayloadReads;
import dev.handrail.web.timeline.Times;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One payload.
 *
 * @param text the body, laid out to be read
 * @param isCut whether only its beginning is shown
 * @param replayed when another took its place; may be empty
 * @param said what came of replaying it just now; may be empty
 */
public record PayloadPage(
        PayloadReads.Line line,
        String received,
        SortedMap<String, String> headers,
        String text,
        boolean isCut,
        String replayed,
        String said) {
    private static final int MOST = 200_000;

    static PayloadPage of(PayloadReads.Payload payload, String said) {
        var text = Json.tree(payload.body()).toPrettyString();
        return new PayloadPage(
                payload.line(),
                Times.minute(payload.line().receivedAt()),
                new TreeMap<>(payload.headers()),
                text.length() <= MOST ? text : text.substring(0, MOST),
                text.length() > MOST,
                payload.replayedAt().map(Times::minute).orElse(""),
                said);
    }
}
