package dev.handrail.run.silence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LikenessTest {
    @Test
    void givenOnlyHowBadItIs_thenItNamesNoFailure() {
        assertThat(Likeness.of(Map.of("severity", "critical", "alertname", " ")).names())
                .isFalse();
        assertThat(Likeness.of(Map.of()).names()).isFalse();
    }

    @Test
    void givenTheAlertOrItsFlow_thenItNamesTheFailureAndReadsAsItIsWritten() {
        var likeness = Likeness.of(Map.of("severity", "critical", "alertname", "OrderExportStalled", "region", ""));

        assertThat(likeness.names()).isTrue();
        assertThat(likeness).hasToString("alertname=\"OrderExportStalled\", severity=\"critical\"");
        assertThat(Likeness.of(Map.of("flow", "order-to-erp")).names()).isTrue();
    }
}
