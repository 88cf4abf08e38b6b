package dev.handrail.intake.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.intake.door.Rate;
import dev.handrail.intake.door.Source;
import dev.handrail.intake.proof.Proof;
import dev.handrail.intake.translate.Sent;
import dev.handrail.platform.Json;
import dev.handrail.platform.settings.SettingProblem;
import dev.handrail.platform.settings.SettingsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeSettingsTest {
    @TempDir
    Path folder;

    private final Map<String, String> environment =
            new HashMap<>(Map.of("a.secret", "secret-number-one", "b.secret", "secret-number-two"));

    @Test
    void givenNoFolder_thenTheBuiltInSourcesAreThereAndTheAlertTokenOpensThem() {
        var settings = read(Map.of());

        assertThat(settings.sources()).isNotEmpty().allSatisfy(source -> {
            assertThat(source.access().proofs()).isEmpty();
            assertThat(source.kind()).isEqualTo(source.name());
            assertThat(source.keeping().keepFor()).isEqualTo(Duration.ofDays(30));
            assertThat(source.shadow()).isFalse();
        });
    }

    @Test
    void givenAFileWithEverything_thenAllOfItHolds() throws IOException {
        Files.writeString(folder.resolve("token"), "a-secret-in-a-file\n");
        file("shop-metrics.yml", """
                extends: alertmanager
                authentication:
                  bearer: {file: token}
                  basic: {user: alerts, password: A_SECRET}
                  hmac: {header: X-Sig, algorithm: sha512, encoding: base64, prefix: "v1=", secrets: [A_SECRET, B_SECRET]}
                  grafana: {secret: A_SECRET, timestamp_header: X-Time}
                  pagerduty: [A_SECRET, B_SECRET]
                  sns: {topics: ["arn:aws:sns:eu-central-1:1:alarms"]}
                  query: {parameter: key, secret: B_SECRET}
                addresses: [10.0.0.0/8, "2001:db8::/32"]
                limit: 600/m
                stale_after: 2h
                owner: payments
                shadow: true
                keep_for: 7d
                redact: [email]
                """);

        var source = source("shop-metrics");

        assertThat(source.kind()).isEqualTo("alertmanager");
        assertThat(source.access().proofs()).hasSize(7);
        assertThat(source.access().addresses()).hasSize(2);
        assertThat(source.limit()).contains(new Rate(600, Duration.ofMinutes(1)));
        assertThat(source.watch())
                .isEqualTo(new Source.Watch(Optional.of(Duration.ofHours(2)), Optional.of("payments")));
        assertThat(source.shadow()).isTrue();
        assertThat(source.keeping()).isEqualTo(new Source.Keeping(Duration.ofDays(7), true));
        assertThat(source.toString()).doesNotContain("secret-number", "a-secret-in");
    }

    @Test
    void givenAMappingOfOnesOwn_thenItIsTheSourcesTranslation() throws IOException {
        file("shop-erp.yml", """
                authentication: {bearer: A_SECRET}
                name: job
                status: {of: state, firing: [stuck], resolved: [moving]}
                """);

        var translated = source("shop-erp")
                .translation()
                .translate(Sent.of(Json.tree("{\"job\": \"Export\", \"state\": \"stuck\"}"), Instant.EPOCH));

        assertThat(translated.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.name()).contains("Export");
            assertThat(alert.source()).isEqualTo("shop-erp");
        });
    }

    @Test
    void givenAMappingWithAMistake_thenItIsNamedWithItsPlace() throws IOException {
        file("shop-erp.yml", "name: $frist(job)\nstatus: firing\nsource: shop\n");

        assertThat(problems()).extracting(SettingProblem::variable).allMatch(at -> at.contains("shop-erp.yml:"));
        assertThat(problems()).hasSize(2);
    }

    @Test
    void givenASecretInTheFile_thenItIsRefusedAndNotShown() throws IOException {
        file("alertmanager.yml", "authentication:\n  bearer: hunter22hunter22\n");

        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.variable()).endsWith("alertmanager.yml:2:11");
            assertThat(problem.toString()).doesNotContain("hunter").contains("never the secret itself");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "extends: alertmanagr",
                "authentication: {bearer: NOT_SET}",
                "authentication: {bearer: {file: not-there}}",
                "authentication: {bearer: SHORT_SECRET}",
                "authentication: {bearer: []}",
                "authentication: {bearer: [A_SECRET, B_SECRET, A_SECRET]}",
                "authentication: {}",
                "authentication: {password: A_SECRET}",
                "authentication: {basic: A_SECRET}",
                "authentication: {hmac: {secret: A_SECRET}}",
                "authentication: {hmac: {header: X, secret: A_SECRET, algorithm: md5}}",
                "authentication: {adyen: A_SECRET}",
                "authentication: {none: true}",
                "authentication: {sns: true}",
                "authentication: {sns: {}}",
                "authentication: {sns: {topics: []}}",
                "addresses: [example.org]",
                "limit: many",
                "stale_after: soon",
                "shadow: perhaps",
                "keep_for: 0d",
                "redact: [names]",
                "retention: 3d",
                "extends: [",
                ""
            })
    void givenAMistake_thenItIsNamedWithItsPlace(String text) throws IOException {
        environment.put("short.secret", "short");
        file("alertmanager.yml", text);

        assertThat(problems()).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.variable()).contains("alertmanager.yml:1:");
            assertThat(problem.toString()).doesNotContain("NOT_SET", "secret-number");
        });
    }

    @Test
    void givenTopicsOfAnybody_thenTheyAreLetInAsItIsSaid() throws IOException {
        file("cloudwatch-sns.yml", "authentication: {sns: {topics: any}}\n");

        assertThat(problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"handrail.yml", "drill.yml", "Shop.yml", "a_b.yml"})
    void givenANameThatNoSourceMayHave_thenItIsAProblem(String name) throws IOException {
        file(name, "extends: alertmanager\n");
        assertThat(problems())
                .singleElement()
                .extracting(SettingProblem::wanted)
                .asString()
                .contains("a-z");
    }

    @Test
    void givenWrongSettings_thenAllAreNamed() {
        var reader = reader(Map.of(
                "handrail.sources", "/not/there",
                "handrail.proxies", "10.0.0.0/8, proxy",
                "handrail.alert.limit", "many",
                "handrail.redact", "names",
                "handrail.body.limit", "10"));
        IntakeSettings.check(reader);

        assertThat(reader.problems())
                .extracting(SettingProblem::variable)
                .containsExactlyInAnyOrder(
                        "HANDRAIL_SOURCES",
                        "HANDRAIL_PROXIES",
                        "HANDRAIL_ALERT_LIMIT",
                        "HANDRAIL_REDACT",
                        "HANDRAIL_BODY_LIMIT");
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private Source source(String name) {
        return read(Map.of("handrail.sources", folder.toString())).sources().stream()
                .filter(source -> source.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<SettingProblem> problems() {
        var reader = reader(Map.of("handrail.sources", folder.toString()));
        IntakeSettings.check(reader);
        return reader.problems();
    }

    private IntakeSettings read(Map<String, String> more) {
        var reader = reader(more);
        var settings = IntakeSettings.read(reader, _ -> new Proof.Nothing());
        reader.check();
        return settings;
    }

    private SettingsReader reader(Map<String, String> more) {
        var all = new HashMap<>(environment);
        all.putAll(more);
        return new SettingsReader(name -> Optional.ofNullable(all.get(name)));
    }
}
