package dev.handrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.handrail.intake.mapping.BuiltIn;
import dev.handrail.intake.mapping.MappingReader;
import dev.handrail.ownership.CatalogueReader;
import dev.handrail.ownership.system.SystemsFile;
import dev.handrail.platform.source.Excerpt;
import dev.handrail.platform.source.Problem;
import dev.handrail.platform.source.Problems;
import dev.handrail.runbook.parse.RunbookParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** What an editor says by the published schemas, and what Handrail says when it reads the same file. */
class SchemaAgreementTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @SuppressWarnings("unused") // by its name
    private static final List<String> MAPPED = BuiltIn.MAPPED;

    /** What only somebody who knows the other entries, the other files or a language inside a text can see. */
    private static final Set<String> BEYOND_A_SCHEMA = Set.of(
            "unknown-owner",
            "unknown-zone",
            "unknown-member",
            "no-working-hours",
            "last-level-limited",
            "unknown-flow",
            "unknown-outcome",
            "bad-matcher",
            "match-everything",
            "auto-to-resolved",
            "backoff-count",
            "bad-body",
            "bad-expectation",
            "bad-expression",
            "bad-path",
            "bad-pattern",
            "bad-placeholder",
            "check-writes",
            "duplicate-alias",
            "secret-value");

    @Test
    void givenFrontMatter_whenAnythingInItIsChanged_thenSchemaAndParserAgree() {
        assertThat(disagreements("front-matter", """
                id: tax-service-down
                title: Tax service down
                status: active
                match:
                  - alertname="TaxServiceDown"
                flow: tax
                owner: commerce-platform
                severity: high
                group_by: [flow, region]
                business_key: order_id
                acknowledge_within: 5m
                step_within: 10m
                resolve: quiet 30m
                reopen_within: 1h
                links: {Status page: "https://status.tax.example"}
                review: {last: 2026-11-02, every: 90d}
                x-own: {anything: 1}
                """, SchemaAgreementTest::frontMatter))
                .isEmpty();
    }

    @Test
    void givenOwners_whenAnythingInThemIsChanged_thenSchemaAndParserAgree() {
        assertThat(disagreements(
                        "owners",
                        """
                default: commerce-platform
                zone: Europe/Berlin
                people:
                  ben:
                    name: Ben Okafor
                    zone: Europe/London
                    contacts: [{slack_user: U02BEN}, {email: ben@example.org}]
                owners:
                  commerce-platform:
                    name: Commerce platform
                    aliases: [platform-team]
                    contacts:
                      - slack_user: U02BEN
                      - slack_group: S03PLAT
                      - slack_channel: "#platform"
                      - person: ben
                      - pagerduty: PLATFORM_PAGERDUTY_KEY
                      - {webhook: PLATFORM_HOOK, secret: PLATFORM_HOOK_SECRET}
                    next_contact_after: 2m
                    acknowledge_within: 5m
                    step_within: 15m
                    may: [retry, suppress]
                    working_hours: {days: [Monday, weekend], from: "09:00", to: "24:00", zone: Europe/London}
                    rotation:
                      members: [ben]
                      start: "2026-11-02"
                      every: 7d
                      at: "09:00"
                      overrides: [{from: "2026-12-24 09:00", to: "2026-12-27 09:00", who: ben}]
                    escalation:
                      - {tell: commerce-platform, wait: 5m, only: working_hours}
                      - {tell: commerce-platform, wait: 5m}
                    repeat: {rounds: 2, every: 15m}
                by_label:
                  psp: {adyen: commerce-platform}
                """,
                        yaml -> CatalogueReader.read(yaml, "default_channel: '#alerts'\n")
                                .problems()))
                .isEmpty();
    }

    @Test
    void givenFlows_whenAnythingInThemIsChanged_thenSchemaAndParserAgree() {
        assertThat(disagreements(
                        "flows", """
                default_channel: "#commerce-alerts"
                zone: Europe/Berlin
                flows:
                  order-to-erp:
                    name: Orders to ERP
                    channel: "#order-flows"
                    source: Storefront
                    target: ERP
                    owner: a
                    pattern: batch
                    why: the ERP takes no single orders
                    contract: order number
                    identifiers: [order number, external id]
                    latency: 10m
                    business_unit: Web shop
                    unit: order
                    value: {per_hour: 120, each: 85.5, currency: EUR}
                    failure_modes:
                      - {name: Orders stuck, alert: OrderExportStalled, runbook: order-export-stuck.md}
                      - Orders lost
                    maintenance:
                      - {every: Sunday, from: 22:00, to: 02:00, why: ERP backup}
                      - {every: [1st, last Friday, last day], from: 18:00, to: 24:00, zone: UTC, why: closing}
                    shadow: false
                """, yaml -> CatalogueReader.read("""
                default: a
                owners: {a: {contacts: [{slack_user: U01ANA}]}}
                """, yaml).problems()))
                .isEmpty();
    }

    @Test
    void givenSystems_whenAnythingInThemIsChanged_thenSchemaAndParserAgree() {
        assertThat(disagreements("systems", """
                systems:
                  oms:
                    name: Order management
                    kind: http
                    base_url: https://oms.example/api
                    credentials: {bearer: OMS_TOKEN}
                    checks: ["GET /orders/*"]
                    actions:
                      replay-order:
                        method: POST
                        path: /orders/{{ order }}/replay
                        body: '{"order": "{{ order }}"}'
                        idempotency_header: Idempotency-Key
                        timeout: 30s
                  metrics:
                    kind: prometheus
                    base_url: https://prometheus.example
                    credentials: {username: PROM_USER, password: PROM_PASSWORD}
                  orders:
                    kind: sql
                    datasource: jdbc:postgresql://db.example/oms
                    credentials: {header: X-Api-Key, value: DB_KEY}
                    checks: ["select state from orders where id = ?"]
                """, SchemaAgreementTest::systems)).isEmpty();
    }

    @Test
    void givenARetry_whenAnythingInItIsChanged_thenSchemaAndParserAgree() {
        assertThat(disagreements("fence", """
                retry: replay-order
                with: {order: "{{ order_id }}"}
                key: "{{ order_id }}"
                limit: 3
                backoff: [2m, 5m]
                approve: {by: erp-integration, other_than: responder}
                check_after: {after: 2m, promql: sum(queue_depth), system: metrics, expect: value < 50}
                outcomes: {ok: Worked, failed: Did not, unknown: Not sure}
                """, SchemaAgreementTest::fence)).isEmpty();
    }

    @Test
    void givenACheck_whenAnythingInItIsChanged_thenSchemaAndParserAgree() {
        assertThat(disagreements("fence", """
                check: http
                system: oms
                path: /orders/{{ order_id }}
                expect: status == 200
                outcomes: {pass: Worked, fail: Did not}
                auto: false
                """, SchemaAgreementTest::fence)).isEmpty();
    }

    @Test
    void givenAQuestion_whenAnythingInItIsChanged_thenSchemaAndParserAgree() {
        assertThat(disagreements("fence", """
                ask: psp_reference
                hint: The reference in the provider's dashboard
                pattern: "[A-Z0-9]{16}"
                """, SchemaAgreementTest::fence)).isEmpty();
    }

    @Test
    void givenAMapping_whenAnythingInItIsChanged_thenSchemaAndParserAgree() {
        assertThat(disagreements(
                        "source",
                        """
                source: shop-monitor
                extends: stripe
                sender: {name: Our monitor, docs: "https://wiki.example/monitor"}
                let: {tags: "$pairs(tags)"}
                alerts: checks
                skip: muted
                name: check
                status: {of: state, firing: [bad, worse], resolved: good, skipped: [seen], otherwise: firing}
                labels: {"*": $tags, order_id: order.id}
                annotations: {summary: text}
                severity: level
                starts_at: since
                ends_at: until
                fingerprint: [order_id]
                link: url
                leave_out: [customer, order.email]
                x-own: {anything: 1}
                """,
                        yaml -> MappingReader.read("source.yml", yaml).problems()))
                .isEmpty();
    }

    @Test
    void givenAMappingWithShapes_whenAnythingInItIsChanged_thenSchemaAndParserAgree() {
        assertThat(disagreements(
                        "source",
                        """
                source: shop-payments
                unmatched_ignored: "true"
                answer: "'ok'"
                problems: missing
                shapes:
                  - {shape: an old one, when: $exists(old), status: firing, name: old.name, group_key: old.group}
                  - shape: an older one
                    when: $exists(older)
                    status: {of: state, firing: bad}
                    name: older.name
                    labels: {kind: "'older'"}
                    fingerprint: older.id
                    confirm: older.url
                """,
                        yaml -> MappingReader.read("source.yml", yaml).problems()))
                .isEmpty();
    }

    @ParameterizedTest
    @FieldSource("MAPPED")
    void givenAMappingThatIsBuiltIn_thenItFitsTheSchema(String source) {
        assertThat(refusals(schema("source"), document(BuiltIn.text(source).orElseThrow())))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"owners", "flows"})
    void givenTheShippedLibrary_thenItsFilesFitTheirSchemas(String name) throws IOException {
        var yaml = Files.readString(Path.of("runbooks", name + ".yml"));
        assertThat(refusals(schema(name), document(yaml))).isEmpty();
    }

    @Test
    void givenTheShippedRunbooks_thenTheirFrontMatterFitsItsSchema() throws IOException {
        var schema = schema("front-matter");
        try (var files = Files.list(Path.of("runbooks"))) {
            var runbooks = files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.endsWith("README.md"))
                    .toList();
            assertThat(runbooks).hasSizeGreaterThan(20).allSatisfy(file -> {
                var yaml = Files.readString(file).split("(?m)^---$")[1];
                assertThat(refusals(schema, document(yaml))).isEmpty();
            });
        }
    }

    private static List<Problem> systems(String yaml) {
        var problems = new Problems();
        SystemsFile.read(Excerpt.whole(SystemsFile.NAME, yaml), problems);
        return problems.sorted();
    }

    private static List<Problem> fence(String yaml) {
        return RunbookParser.parse("a.md", """
                # A

                ## Mitigation

                ### Replay

                Replay it.

                ```yaml handrail
                %s
                ```

                - **Worked** → resolved
                - **Did not** → escalate "It did not work"
                - **Not sure** → escalate "Nobody can tell"
                """.formatted(yaml)).problems();
    }

    private static List<Problem> frontMatter(String yaml) {
        return RunbookParser.parse("a.md", "---\n" + yaml + "---\n# A\n\nDo it.\n")
                .problems();
    }

    /** Returns each change that only one of the two refuses, with what they say. */
    private static List<String> disagreements(String name, String yaml, Function<String, List<Problem>> parser) {
        var schema = schema(name);
        var document = document(yaml);
        assertThat(refusals(schema, document))
                .as("the document itself, by the schema")
                .isEmpty();
        assertThat(errors(parser.apply(yaml)))
                .as("the document itself, by the parser")
                .isEmpty();
        var found = new ArrayList<String>();
        var changed = Mutations.of(document);
        changed.forEach((change, other) -> {
            var refusals = refusals(schema, other);
            var errors = errors(parser.apply(dump(other)));
            var agree =
                    refusals.isEmpty() ? errors.stream().allMatch(SchemaAgreementTest::isBeyond) : !errors.isEmpty();
            if (!agree) {
                found.add(change + "  schema: " + refusals + "  parser: " + errors);
            }
        });
        assertThat(changed).hasSizeGreaterThan(100);
        return found;
    }

    private static List<String> refusals(Schema schema, Object document) {
        JsonNode json = JSON.valueToTree(document);
        return schema.validate(json).stream().map(Object::toString).toList();
    }

    private static List<Problem> errors(List<Problem> problems) {
        return problems.stream().filter(Problem::isError).toList();
    }

    private static boolean isBeyond(Problem problem) {
        return BEYOND_A_SCHEMA.contains(problem.rule()) || problem.found().endsWith("in a step with an outcome list");
    }

    private static Object document(String yaml) {
        return Objects.requireNonNull(
                new Load(LoadSettings.builder().setSchema(new CoreSchema()).build()).loadFromString(yaml));
    }

    private static String dump(Object document) {
        return new Dump(DumpSettings.builder().setSchema(new CoreSchema()).build()).dumpToString(document);
    }

    private static Schema schema(String name) {
        try {
            var text = Files.readString(Path.of("src/main/resources/schemas", name + ".json"));
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
