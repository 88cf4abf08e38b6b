package dev.handrail.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.alert.Alert;
import dev.handrail.intake.door.Source;
import dev.handrail.intake.mapping.Translations;
import dev.handrail.intake.redact.Pseudonyms;
import dev.handrail.platform.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IntakeTest {
    private static final Instant NOW = Instant.parse("2026-11-21T02:14:00Z");
    private static final String TWO_SHOPS = """
            {"alerts": [{"status": "firing", "labels": {"alertname": "LoginFails", "shop_secret": "one"}},
                        {"status": "firing", "labels": {"alertname": "LoginFails", "shop_secret": "two"}}]}""";

    private final Intake intake = new Intake(new Pseudonyms("a key of one installation".getBytes(UTF_8)));

    @Test
    void givenAlertsThatOnlyASecretTellsApart_thenTheyStayTwoAndTheSecretIsNowhere() {
        var understood = understand(TWO_SHOPS);

        assertThat(understood.incoming().alerts())
                .extracting(Alert::fingerprint)
                .doesNotHaveDuplicates();
        assertThat(understood.toString()).contains("[redacted:").doesNotContain("\"one\"", "=one", "=two");
    }

    @Test
    void givenWhatIsKeptIsReplayed_thenItGivesTheSameAlerts() {
        var first = understand(TWO_SHOPS).incoming();

        assertThat(understand(first.body()).incoming().alerts()).isEqualTo(first.alerts());
    }

    private Understood understand(String body) {
        var translation = Translations.builtIn().named("alertmanager").orElseThrow();
        var source = new Source(
                "alertmanager",
                "alertmanager",
                translation,
                new Source.Access(List.of(), List.of()),
                Optional.empty(),
                new Source.Keeping(Duration.ofDays(1), false),
                new Source.Watch(Optional.empty(), Optional.empty()),
                false);
        return intake.understand(source, Json.tree(body), Map.of(), NOW);
    }
}
