package dev.handrail.slack.render;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.platform.Json;
import dev.handrail.runbook.Runbook;
import dev.handrail.slack.GoldenPayloads;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each step of each shipped runbook as it is shown; of other people's runbooks, whose text is theirs, the digests. */
class RunbookGoldenTest {
    @TestFactory
    Stream<DynamicTest> everyShippedRunbookIsShownAsItsGoldenFileSays() throws IOException {
        return ShownSteps.runbooks(ShownSteps.SHIPPED).stream()
                .map(runbook -> DynamicTest.dynamicTest(
                        runbook.id(),
                        () -> GoldenPayloads.check(
                                "runbook/" + runbook.id().replace('/', '-') + ".json", json(runbook))));
    }

    @Test
    void everyCommunityRunbookIsShownAsItsDigestSays() throws IOException {
        assumeTrue(Files.isDirectory(ShownSteps.COMMUNITY));

        var digests = ShownSteps.runbooks(ShownSteps.COMMUNITY).stream()
                .map(runbook -> runbook.path() + " " + digest(json(runbook)) + "\n")
                .collect(Collectors.joining());
        GoldenPayloads.check("community.sha256", digests);
    }

    /** A line for each block, so that a change shows which. */
    private static String json(Runbook runbook) {
        return ShownSteps.of(runbook).stream()
                .map(shown -> "{\"slot\": %s,\n \"text\": %s,\n \"blocks\": [\n  %s]}"
                        .formatted(
                                Json.write(shown.step().id()),
                                Json.write(shown.slot().message().text().toString()),
                                lines(Json.tree(shown.slot().message().json()))))
                .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    private static String lines(JsonNode blocks) {
        return StreamSupport.stream(blocks.spliterator(), false)
                .map(JsonNode::toString)
                .collect(Collectors.joining(",\n  "));
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime must provide SHA-256", e);
        }
    }
}
