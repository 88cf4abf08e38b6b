package dev.handrail.intake.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The first key and signature are those that Adyen publishes; the others are made with {@code openssl dgst -macopt hexkey:}. */
class AdyenSignatureTest {
    private static final String KEY = "44782DEF547AAA06C910C43932B1EB0C71FC68D9D0C057550C48EC2ACF6BA056";
    private static final String OTHER_KEY = "DFB1EB5485895CFA84146406857104ABB4CBCABDC8AAF103A624C8F6A3EAAB00";
    private static final String PUBLISHED = "coqCmt/IZ4E3CzPvMY8zTjQVL5hYJUiBRg8UU+iCWo0=";

    private final AdyenSignature rotated = new AdyenSignature(LiveSecrets.ofHex(List.of(OTHER_KEY, KEY)));

    @Test
    void givenWhatAdyenPublishes_thenItIsAccepted() {
        assertThat(check(rotated, authorisation(PUBLISHED, "1130"))).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void givenAnotherAmountOrKeyOrNoSignature_thenItIsRefused() {
        assertThat(check(rotated, authorisation(PUBLISHED, "1131"))).isInstanceOf(Verdict.Refused.class);
        assertThat(check(rotated, authorisation("", "1130"))).isInstanceOf(Verdict.Refused.class);
        assertThat(check(rotated, "{}")).isInstanceOf(Verdict.Refused.class);
        assertThat(check(rotated, "{\"notificationItems\":[]}")).isInstanceOf(Verdict.Refused.class);
        assertThat(check(rotated, "no JSON")).isInstanceOf(Verdict.Refused.class);
        assertThat(check(new AdyenSignature(LiveSecrets.ofHex(List.of(OTHER_KEY))), authorisation(PUBLISHED, "1130")))
                .isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void givenColonsAndBackslashes_thenTheDocumentedAndTheLibrariesFormAreAccepted() {
        assertThat(check(rotated, failure("YL3XYD3+OaZ2s0UmHsqSpe4A314k+MpzGbrV6ojumcI=")))
                .isEqualTo(Verdict.ACCEPTED);
        assertThat(check(rotated, failure("nqLgm/cafgsnpPKIPOPr4uu2p9nTDTD6OKolx/WQFq4=")))
                .isEqualTo(Verdict.ACCEPTED);
        assertThat(check(rotated, failure(PUBLISHED))).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void givenOneSignedAndOneUnsignedItem_thenBothAreRefused() {
        var good = authorisation(PUBLISHED, "1130");
        var both = good.replace("]}", ",{\"NotificationRequestItem\":{\"eventCode\":\"REFUND_FAILED\"}}]}");

        assertThat(check(rotated, both))
                .isEqualTo(new Verdict.Refused("additionalData.hmacSignature does not fit in 1 of 2 items"));
    }

    private static Verdict check(AdyenSignature proof, String body) {
        return proof.check(Calls.of(body, Map.of()));
    }

    private static String authorisation(String signature, String amount) {
        return """
                {"live":"false","notificationItems":[{"NotificationRequestItem":{"additionalData":{"hmacSignature":"%s"},
                "pspReference":"7914073381342284","originalReference":"","merchantAccountCode":"TestMerchant",
                "merchantReference":"TestPayment-1407325143704","amount":{"value":%s,"currency":"EUR"},
                "eventCode":"AUTHORISATION","success":"true"}}]}""".formatted(signature, amount);
    }

    private static String failure(String signature) {
        return """
                {"notificationItems":[{"NotificationRequestItem":{"additionalData":{"hmacSignature":"%s"},
                "pspReference":"7914073381342284","merchantAccountCode":"TestMerchant","merchantReference":"ref:1\\\\2",
                "amount":{"value":1130,"currency":"EUR"},"eventCode":"CAPTURE_FAILED","success":"false"}}]}""".formatted(signature);
    }
}
