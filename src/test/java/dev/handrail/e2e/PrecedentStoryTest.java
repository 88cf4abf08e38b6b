package dev.handrail.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.platform.Database;
import dev.handrail.platform.Waiting;
import dev.handrail.run.desk.RunReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A failure that no runbook knows, and that there was before. */
@Waiting
class PrecedentStoryTest {
    @TempDir
    private Path library;

    @ParameterizedTest
    @EnumSource
    void givenAFailureThatWasMended_whenOneLikeItComes_thenItsCardSaysWhatFixedTheOther(Database database)
            throws IOException {
        SmallLibrary.in(library, "", "");
        try (var handrail = RunningHandrail.on(database, Map.of("handrail.runbooks", library.toString()))) {
            handrail.fires("StockFeedGarbled", Map.of("flow", "order-to-erp", "shop", "de"));
            var first = handrail.card("U01ANA", "#order-flows", "StockFeedGarbled");
            assertThat(first.readable()).doesNotContain("Like it before");
            first.click("I've got it");
            first.expectReply("There are no more steps").click("Resolved…");
            first.person().modal().submit(Map.of("choice", "DATA_REPAIR", "sentence", "Cut <!channel> off"));
            first.expect("What fixed it");

            handrail.fires("StockFeedCut", Map.of("flow", "order-to-erp", "shop", "de"));

            var card = handrail.card("U01ANA", "#order-flows", "StockFeedCut").expect("Like it before");
            assertThat(card.readable()).contains("Incident #1", "data repair: Cut");
            assertThat(card.mentions()).isEmpty();
            assertThat(handrail.bean(RunReader.class).firstMisstated()).isEmpty();
        }
    }
}
