package dev.handrail.platform.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> OWNERS = List.of("erp-integration", "payments", "commerce-lead");

    @Test
    void givenASlip_whenAsked_thenTheWordMeantIsNamed() {
        assertThat(Nearest.to("paymnets", OWNERS)).contains("payments");
        assertThat(Nearest.to("erp-integrations", OWNERS)).contains("erp-integration");
        assertThat(Nearest.advice("payment", OWNERS)).isEqualTo("'payments'");
    }

    @Test
    void givenAnotherWord_whenAsked_thenAllAreNamed() {
        assertThat(Nearest.to("sales", OWNERS)).isEmpty();
        assertThat(Nearest.advice("sales", OWNERS)).isEqualTo("one of commerce-lead, erp-integration, payments");
        assertThat(Nearest.advice("sales", List.of())).isEqualTo("nothing here: there is none");
    }

    @Test
    void givenTwoWords_whenMeasured_thenASwapCountsOne() {
        assertThat(Nearest.distance("onwer", "owner")).isEqualTo(1);
        assertThat(Nearest.distance("", "abc")).isEqualTo(3);
        assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
    }

    @Property(tries = 200)
    void givenAnyWords_whenMeasured_thenItIsADistance(
            @ForAll @StringLength(max = 12) String a, @ForAll @StringLength(max = 12) String b) {
        assertThat(Nearest.distance(a, b)).isEqualTo(Nearest.distance(b, a)).isLessThanOrEqualTo(12);
        assertThat(Nearest.distance(a, b) == 0).isEqualTo(a.equals(b));
    }
}
