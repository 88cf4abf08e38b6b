package dev.handrail.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.handrail.ownership.contact.Contact;
import dev.handrail.ownership.contact.Contact.SlackChannel;
import dev.handrail.ownership.contact.Contact.SlackGroup;
import dev.handrail.ownership.contact.Contact.SlackUser;
import dev.handrail.platform.source.Position;
import dev.handrail.platform.source.Problem;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueReaderTest {
    private static final String OWNERS = """
            default: commerce-platform
            owners:
              commerce-platform:
                contacts: [{slack_user: U01ANA}]
              erp-integration:
                name: ERP integration team
                contacts:
                  - slack_user: U03MARTA
                  - slack_group: S01ERP
                  - slack_channel: "#order-flows"
                acknowledge_within: 3m
                step_within: 10m
              commerce-lead:
                contacts: [{slack_channel: C0123}]
                escalation:
                  - {tell: commerce-lead, wait: 5m}
                  - {tell: erp-integration, wait: 10m}
            """;

    private static final String FLOWS = """
            default_channel: "#commerce-alerts"
            flows:
              order-to-erp:
                name: Orders to ERP
                channel: "#order-flows"
                source: Storefront
                target: ERP
                owner: erp-integration
                contract: order number
                pattern: batch, every 5 minutes
                why: the ERP takes documents in lots
                identifiers: [order number, ERP external id]
                latency: in the ERP within 10 minutes
                business_unit: Fulfilment
                unit: order
                value: {per_hour: 240, each: 85.50, currency: EUR}
                failure_modes:
                  - {name: Stuck, alert: OrderExportStalled, runbook: order-export-stuck.md}
                  - {name: Lost, alert: OrderLost}
                  - late
              tax:
                owner: commerce-platform
            """;

    private static List<String> said(String owners, String flows) {
        var read = CatalogueReader.read(owners, flows);
        return read.problems().stream().map(Problem::toString).toList();
    }

    @Nested
    class GivenTwoGoodFiles {
        private final Catalogue catalogue =
                CatalogueReader.read(OWNERS, FLOWS).catalogue().orElseThrow();

        @Test
        void whenRead_thenContactsKeepTheirOrder() {
            assertThat(catalogue
                            .owner(new OwnerId("erp-integration"))
                            .policy()
                            .levels()
                            .getFirst())
                    .isEqualTo(new Level(
                            "ERP integration team",
                            List.of(
                                    new SlackUser("U03MARTA"),
                                    new SlackGroup("S01ERP"),
                                    new SlackChannel("#order-flows")),
                            Duration.ofMinutes(3)));
        }

        @Test
        void whenAnOwnerHasNoEscalation_thenItIsItselfAndThenTheDefaultOwner() {
            var policy = catalogue.owner(new OwnerId("erp-integration")).policy();

            assertThat(policy.levels())
                    .extracting(Level::name)
                    .containsExactly("ERP integration team", "commerce-platform");
            assertThat(policy.acknowledgeWithin()).isEqualTo(Duration.ofMinutes(3));
            assertThat(policy.stepWithin()).isEqualTo(Duration.ofMinutes(10));
        }

        @Test
        void whenTheOwnerIsTheDefaultOne_thenItIsToldOnce() {
            var policy = catalogue.owner(catalogue.defaultOwner()).policy();

            assertThat(policy.levels()).extracting(Level::name).containsExactly("commerce-platform");
            assertThat(policy.acknowledgeWithin()).isEqualTo(Duration.ofMinutes(5));
            assertThat(policy.stepWithin()).isEqualTo(Duration.ofMinutes(15));
        }

        @Test
        void whenAnOwnerHasLevels_thenTheyTellTheContactsOfThoseNamed() {
            var levels = catalogue.owner(new OwnerId("commerce-lead")).policy().levels();

            assertThat(levels).extracting(Level::name).containsExactly("commerce-lead", "ERP integration team");
            assertThat(levels.getLast().tell()).hasSize(3);
            assertThat(levels.getLast().acknowledgeWithin()).isEqualTo(Duration.ofMinutes(10));
        }

        @Test
        void whenRead_thenFlowsHaveChannelsAndOwners() {
            assertThat(catalogue.defaultChannel()).isEqualTo("#commerce-alerts");
            assertThat(catalogue.flows())
                    .containsOnly(
                            entry(
                                    "order-to-erp",
                                    new Flow(
                                            "order-to-erp",
                                            "Orders to ERP",
                                            "#order-flows",
                                            new OwnerId("erp-integration"),
                                            new Flow.Exchange(
                                                    "Storefront",
                                                    "ERP",
                                                    "batch, every 5 minutes",
                                                    "the ERP takes documents in lots",
                                                    "order number",
                                                    List.of("order number", "ERP external id"),
                                                    "in the ERP within 10 minutes"),
                                            new Flow.Business(
                                                    "Fulfilment",
                                                    "order",
                                                    Optional.of(new Flow.Value(240, new BigDecimal("85.50"), "EUR"))),
                                            List.of(
                                                    new Flow.FailureMode(
                                                            "Stuck",
                                                            Optional.of("OrderExportStalled"),
                                                            Optional.of("order-export-stuck.md"),
                                                            new Position("flows.yml", 18, 59)),
                                                    new Flow.FailureMode(
                                                            "Lost",
                                                            Optional.of("OrderLost"),
                                                            Optional.empty(),
                                                            new Position("flows.yml", 19, 9)),
                                                    new Flow.FailureMode(
                                                            "late",
                                                            Optional.empty(),
                                                            Optional.empty(),
                                                            new Position("flows.yml", 20, 9))),
                                            Flow.Alerting.USUAL)),
                            entry(
                                    "tax",
                                    new Flow(
                                            "tax",
                                            "tax",
                                            "#commerce-alerts",
                                            new OwnerId("commerce-platform"),
                                            new Flow.Exchange("", "", "", "", "", List.of(), ""),
                                            new Flow.Business("", "", Optional.empty()),
                                            List.of(),
                                            Flow.Alerting.USUAL)));
            assertThat(said(OWNERS, FLOWS)).isEmpty();
        }
    }

    @Nested
    class GivenSlips {
        @Test
        void whenWhatAFlowIsWorthOrHowItFailsIsMisshapen_thenEachPlaceIsNamed() {
            var flows = """
                    default_channel: '#a'
                    flows:
                      f:
                        owner: erp-integration
                        pattern: [batch]
                        bussiness_unit: Sales
                        value: {per_hour: many, each: 8.5e1, currency: euro}
                        failure_modes: [{nme: Stuck, runbook: stuck.txt}, {name: Lost, runbook: /etc/lost.md}]
                      g: {owner: erp-integration, value: 12, failure_modes: Stuck}
                    """;

            assertThat(said(OWNERS, flows))
                    .containsExactly(
                            "flows.yml:5:14: error wrong-kind: found a list; wanted text",
                            "flows.yml:6:5: error unknown-key: found 'bussiness_unit'; wanted 'business_unit'",
                            "flows.yml:7:23: error bad-value: found 'many'; wanted a whole number from 0 to 10000000",
                            "flows.yml:7:35: error bad-value: found '8.5e1'; wanted an amount, such as 85 or 85.50",
                            "flows.yml:7:52: error bad-value: found 'euro'; wanted three capital letters (ISO 4217),"
                                    + " such as EUR",
                            "flows.yml:8:21: error missing-key: found no 'name'; wanted how the flow fails, in a few"
                                    + " words",
                            "flows.yml:8:22: error unknown-key: found 'nme'; wanted 'name'",
                            "flows.yml:8:43: error bad-value: found 'stuck.txt'; wanted a runbook's file, relative to"
                                    + " this folder, such as order-export-stuck.md",
                            "flows.yml:8:77: error bad-value: found '/etc/lost.md'; wanted a runbook's file, relative to"
                                    + " this folder, such as order-export-stuck.md",
                            "flows.yml:9:38: error wrong-kind: found '12'; wanted keys with values",
                            "flows.yml:9:57: error wrong-kind: found 'Stuck'; wanted a list");
        }

        @Test
        void whenAnOwnerIsUnknown_thenEachPlaceIsNamedAtOnce() {
            var owners = """
                    default: comerce
                    owners:
                      commerce:
                        contacts: [{slack_user: U01ANA}]
                        escalation: [{tell: comerce, wait: 5m}]
                    """;
            var flows = "default_channel: '#a'\nflows: {f: {owner: nobody}}\n";

            assertThat(said(owners, flows))
                    .containsExactly(
                            "owners.yml:1:10: error unknown-owner: found 'comerce'; wanted 'commerce'",
                            "owners.yml:5:25: error unknown-owner: found 'comerce'; wanted 'commerce'");
            assertThat(said(OWNERS, flows))
                    .containsExactly("flows.yml:2:20: error unknown-owner: found 'nobody'; wanted one of commerce-lead,"
                            + " commerce-platform, erp-integration");
        }

        @Test
        void whenContactsAreMissingOrMisshapen_thenEachIsNamed() {
            var owners = """
                    default: a
                    owners:
                      a: {contacts: [{slack_user: marta}]}
                      b: {contacts: [{slack_group: U01}]}
                      c: {contacts: [{slack_channel: orders}]}
                      d: {contacts: []}
                      e: {name: E}
                      f: {contacts: [{slack_usr: U01ANA}, {slack_user: U01ANA}]}
                      g: {contacts: [{slack_user: U01ANA, slack_group: S01}, {slack_user: U01ANA}]}
                      h: {contacts: [{slack_user: [U01]}, {slack_user: U01ANA}]}
                    """;

            assertThat(CatalogueReader.read(owners, FLOWS).problems())
                    .filteredOn(problem -> problem.at().file().equals("owners.yml"))
                    .extracting(
                            problem -> problem.at().line() + ":" + problem.at().column() + " " + problem.rule())
                    .containsExactly(
                            "3:7 owner-without-contact",
                            "3:31 bad-slack-id",
                            "4:7 owner-without-contact",
                            "4:32 bad-slack-id",
                            "5:7 owner-without-contact",
                            "5:34 bad-slack-id",
                            "6:7 owner-without-contact",
                            "7:6 owner-without-contact",
                            "8:19 unknown-key",
                            "9:18 bad-value",
                            "10:31 wrong-kind");
        }

        @Test
        void whenPeopleAndHoursAreWrong_thenEachIsNamedAtItsPlace() {
            var owners = """
                    default: a
                    people:
                      ana: {contacts: [{email: nobody}]}
                      ben: {zone: Europe/Berln, contacts: [{email: ben@example.org}]}
                    owners:
                      a:
                        contacts: [{person: bne}, {pagerduty: R0UT1NG-k3y}, {slack_user: U01ANA, secret: X}, {person: ben}]
                        may: [retry, delete]
                        rotation: {members: [ben, cyd], start: 2026-02-30, every: 12h, at: 9:00}
                        escalation:
                          - {tell: a, only: working_hours}
                    """;

            assertThat(CatalogueReader.read(owners, "default_channel: '#a'").problems())
                    .extracting(
                            problem -> problem.at().line() + ":" + problem.at().column() + " " + problem.rule())
                    .containsExactly(
                            "3:9 owner-without-contact",
                            "3:28 bad-value",
                            "4:15 unknown-zone",
                            "7:25 unknown-member",
                            "7:43 secret-value",
                            "7:57 bad-value",
                            "8:18 bad-value",
                            "9:31 unknown-member",
                            "9:44 bad-value",
                            "9:63 bad-value",
                            "9:72 bad-value",
                            "11:25 no-working-hours");
        }

        @Test
        void whenKeysAreUnknownOrOfTheWrongKind_thenEachIsNamed() {
            var flows = """
                    default_chanel: "#a"
                    flows:
                      f: {owner: commerce-platform, chanel: "#b", latency: [5m], failure_modes: x}
                    """;

            assertThat(CatalogueReader.read(OWNERS, flows).problems())
                    .extracting(
                            problem -> problem.at().line() + ":" + problem.at().column() + " " + problem.rule())
                    .containsExactly(
                            "1:1 unknown-key",
                            "1:1 missing-key",
                            "3:33 unknown-key",
                            "3:56 wrong-kind",
                            "3:77 wrong-kind");
        }

        @Test
        void whenFilesAreEmptyOrOwnersAreTwice_thenThatIsNamed() {
            assertThat(said("", ""))
                    .containsExactly(
                            "flows.yml:1:1: error empty: found nothing; wanted keys and values",
                            "owners.yml:1:1: error empty: found nothing; wanted keys and values");
            assertThat(said(
                            "default: a\nowners:\n  a: {contacts: [{slack_user: U01ANA}]}\n  a: {}",
                            "default_channel: '#a'"))
                    .containsExactly(
                            "owners.yml:4:3: error duplicate-key: found 'a' again, after line 3; wanted each key once");
        }

        @Test
        void whenTheFilesAreNotThere_thenBothAreNamed(@TempDir Path folder) {
            assertThat(CatalogueReader.read(folder).problems())
                    .extracting(Problem::toString)
                    .containsExactly(
                            "flows.yml:1:1: error missing-file: found no flows.yml; wanted the file, beside the runbooks",
                            "owners.yml:1:1: error missing-file: found no owners.yml; wanted the file, beside the runbooks");
        }
    }

    @Nested
    class GivenPeopleWhoTakeTurns {
        private static final String DUTY = """
                default: payments
                zone: Europe/Berlin
                people:
                  devi: {name: Devi Rao, contacts: [{slack_user: U04DEVI}, {email: devi@example.org}]}
                  ben: {name: Ben Okafor, zone: America/New_York, contacts: [{slack_user: U02BEN}]}
                owners:
                  payments:
                    name: Payments
                    contacts: [{person: ben}, {slack_group: S02PAY}, {webhook: PAY_HOOK, secret: PAY_SECRET}]
                    next_contact_after: 2m
                    may: [suppress, retry]
                    working_hours: {days: weekday, from: 09:00, to: 18:00}
                    rotation:
                      members: [devi, ben]
                      start: 2026-11-02
                      every: 7d
                      at: 09:00
                      overrides: [{from: 2026-11-04 09:00, to: 2026-11-05 09:00, who: ben}]
                    escalation:
                      - {tell: payments, wait: 5m, only: working_hours}
                      - {tell: lead, wait: 10m}
                    repeat: {rounds: 2, every: 15m}
                  lead: {contacts: [{pagerduty: LEAD_KEY}]}
                """;

        private final Catalogue catalogue =
                CatalogueReader.read(DUTY, "default_channel: '#a'").catalogue().orElseThrow();
        private final EscalationPolicy policy =
                catalogue.owner(new OwnerId("payments")).policy();

        @Test
        void whenALevelIsTold_thenWhoeverIsOnCallComesFirstAndNobodyTwice() {
            var level = policy.levels().getFirst();

            assertThat(level.calledAt(Instant.parse("2026-11-03T12:00:00Z")))
                    .isEqualTo(new Level.Called(
                            List.of(
                                    new SlackUser("U04DEVI"),
                                    new Contact.Email("devi@example.org"),
                                    new SlackUser("U02BEN"),
                                    new SlackGroup("S02PAY"),
                                    new Contact.Webhook("PAY_HOOK", Optional.of("PAY_SECRET"))),
                            Optional.of("Devi Rao")));
            assertThat(level.calledAt(Instant.parse("2026-11-04T12:00:00Z")).onCall())
                    .contains("Ben Okafor");
            assertThat(level.calledAt(Instant.parse("2026-11-01T12:00:00Z")))
                    .as("before the first shift")
                    .isEqualTo(new Level.Called(level.tell(), Optional.empty()));
        }

        @Test
        void whenALevelHasHours_thenAtAnyOtherItIsPassedOver() {
            assertThat(policy.toldAt(Instant.parse("2026-11-03T12:00:00Z"), 0)).isZero();
            assertThat(policy.toldAt(Instant.parse("2026-11-03T22:00:00Z"), 0)).isEqualTo(1);
        }

        @Test
        void thenTheRestIsAsWritten() {
            assertThat(policy.may()).containsExactly(Authority.RETRY, Authority.SUPPRESS);
            assertThat(policy.repeat()).contains(new EscalationPolicy.Repeat(2, Optional.of(Duration.ofMinutes(15))));
            assertThat(policy.levels().getFirst().between()).contains(Duration.ofMinutes(2));
            assertThat(catalogue.people()).containsOnlyKeys("devi", "ben");
        }
    }

    @Nested
    class GivenAFolder {
        @TempDir
        private Path folder;

        private CatalogueRead read(String name, String text) throws IOException {
            Files.writeString(
                    folder.resolve("owners.yml"),
                    OWNERS.replace(
                            "    contacts: [{slack_user: U01ANA}]",
                            "    contacts: [{slack_user: U01ANA}]\n    aliases: ['@acme/commerce']"));
            Files.writeString(folder.resolve("flows.yml"), FLOWS);
            Files.writeString(folder.resolve("x.md"), "Text.");
            Files.writeString(folder.resolve(name), text);
            return CatalogueReader.read(folder);
        }

        @Test
        void whenItHasSystems_thenTheCatalogueDoes() throws IOException {
            var read = read("systems.yml", "systems: {oms: {kind: http, base_url: 'https://oms.example'}}");

            assertThat(read.problems()).isEmpty();
            assertThat(read.catalogue().orElseThrow().system("oms")).isPresent();
            assertThat(read.catalogue().orElseThrow().system("wms")).isEmpty();
        }

        @Test
        void whenASystemIsWrong_thenPeopleCanStillBeTold() throws IOException {
            var read = read("systems.yml", "systems: {oms: {kind: htp}}");

            assertThat(read.problems()).extracting(Problem::rule).containsExactly("bad-value");
            assertThat(read.catalogue()).isPresent();
        }

        @Test
        void whenCodeownersNamesAnAlias_thenItsOwnerIsKnown() throws IOException {
            var read = read("CODEOWNERS", "* @acme/commerce\n");

            assertThat(read.problems()).isEmpty();
            assertThat(read.catalogue()
                            .orElseThrow()
                            .fileOwners()
                            .of("x.md")
                            .orElseThrow()
                            .owner())
                    .isEqualTo("commerce-platform");
        }
    }

    @Test
    void givenOneAliasOfTwoOwners_whenRead_thenTheSecondIsNamed() {
        var owners = """
                default: a
                owners:
                  a: {contacts: [{slack_user: U01ANA}], aliases: ['@x', b]}
                  b: {contacts: [{slack_user: U01ANA}], aliases: ['@x']}
                """;

        assertThat(said(owners, "default_channel: '#a'"))
                .containsExactly(
                        "owners.yml:3:57: error duplicate-alias: found 'b', which means 'b'; wanted a name of this owner's own",
                        "owners.yml:4:51: error duplicate-alias: found '@x', which means 'a'; wanted a name of this owner's own");
    }
}
