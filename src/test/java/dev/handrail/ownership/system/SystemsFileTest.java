package dev.handrail.ownership.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.ownership.system.ExternalSystem.Kind;
import dev.handrail.platform.source.Excerpt;
import dev.handrail.platform.source.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemsFileTest {
    private static final String SYSTEMS = """
            systems:
              oms:
                name: Order management
                kind: http
                base_url: https://oms.example/api
                credentials: {bearer: OMS_TOKEN}
                checks:
                  - GET /orders/*/export
                  - /health/**
                actions:
                  replay-order-export:
                    method: POST
                    path: /orders/{{ order }}/export
                    body: '{"mode": "upsert", "reason": "{{ reason }}"}'
                    idempotency_header: Idempotency-Key
                    timeout: 20s
              prometheus: {kind: prometheus, base_url: "http://prometheus:9090"}
              oms-db:
                kind: sql
                datasource: jdbc:postgresql://db.example/oms
                credentials: {username: OMS_DB_USER, password: OMS_DB_PASSWORD}
                checks: ["select state from orders where id = ?"]
              wms:
                kind: http
                base_url: https://wms.example
                credentials: {header: X-Api-Key, value: WMS_KEY}
            """;

    private final Problems problems = new Problems();

    private SystemsFile read(String text) {
        return SystemsFile.read(Excerpt.whole("systems.yml", text), problems);
    }

    private ExternalSystem system(String id) {
        return Optional.ofNullable(read(SYSTEMS).systems().get(id)).orElseThrow();
    }

    private List<String> said(String text) {
        read(text);
        return problems.sorted().stream()
                .map(problem ->
                        "%d:%d %s".formatted(problem.at().line(), problem.at().column(), problem.rule()))
                .toList();
    }

    @Nested
    class GivenSystemsOfEachKind {
        @Test
        void whenRead_thenAllOfItIsThere() {
            var systems = read(SYSTEMS).systems();

            assertThat(problems.sorted()).isEmpty();
            assertThat(systems).containsOnlyKeys("oms", "prometheus", "oms-db", "wms");
            assertThat(system("oms").name()).isEqualTo("Order management");
            assertThat(system("oms").credentials()).isEqualTo(new Credentials.Bearer("OMS_TOKEN"));
            assertThat(system("oms").actions())
                    .containsEntry(
                            "replay-order-export",
                            new SystemAction(
                                    "replay-order-export",
                                    SystemAction.Method.POST,
                                    "/orders/{{ order }}/export",
                                    Optional.of("{\"mode\": \"upsert\", \"reason\": \"{{ reason }}\"}"),
                                    Optional.of("Idempotency-Key"),
                                    Duration.ofSeconds(20),
                                    Set.of("order", "reason")));
            assertThat(system("prometheus").kind()).isEqualTo(Kind.PROMETHEUS);
            assertThat(system("prometheus").credentials()).isEqualTo(new Credentials.None());
            assertThat(system("oms-db").credentials())
                    .isEqualTo(new Credentials.Password("OMS_DB_USER", "OMS_DB_PASSWORD"));
            assertThat(system("wms").credentials()).isEqualTo(new Credentials.Header("X-Api-Key", "WMS_KEY"));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "oms        | /orders/7/export                       | true",
                    "oms        | /orders/7/export?full=1                | true",
                    "oms        | /orders/7/8/export                     | false",
                    "oms        | /orders/7                              | false",
                    "oms        | /health/a/b                            | true",
                    "oms        | /health/../orders/7                    | false",
                    "wms        | /                                      | false",
                    "prometheus | sum(up)                                | true",
                    "oms-db     | SELECT state  from orders where id = ?; | true",
                    "oms-db     | select secret from orders where id = ? | false"
                })
        void whenACheckAsks_thenOnlyWhatIsListedIsPermitted(String system, String request, boolean permitted) {
            var found = Optional.ofNullable(read(SYSTEMS).systems().get(system));

            assertThat(found.map(each -> each.permits(request))).contains(permitted);
        }
    }

    @Nested
    class GivenSlips {
        @ParameterizedTest
        @CsvSource(
                delimiter = '¦',
                quoteCharacter = '~',
                value = {
                    "system: {} ¦ 1:1 unknown-key 1:1 missing-key",
                    "systems: [a] ¦ 1:10 wrong-kind",
                    "systems: {a: {}} ¦ 1:14 missing-key",
                    "systems: {a: {kind: htp}} ¦ 1:21 bad-value",
                    "systems: {a: {kind: http}} ¦ 1:14 missing-key",
                    "systems: {a: {kind: http, base_url: oms.example}} ¦ 1:37 bad-value",
                    "systems: {a: {kind: http, base_url: 'https://h', checks: [orders]}} ¦ 1:59 bad-path",
                    "systems: {a: {kind: http, base_url: 'https://h', checks: [POST /x]}} ¦ 1:59 bad-path",
                    "systems: {a: {kind: sql, datasource: 'jdbc:h2:mem:x', checks: [drop table x]}} ¦ 1:64 check-writes",
                    "systems: {a: {kind: sql, datasource: 'jdbc:h2:mem:x', actions: {}}} ¦ 1:55 unknown-key",
                    "systems: {a: {kind: http, base_url: 'https://h', credentials: {bearer: s3cr3t-token}}} ¦ 1:72 secret-value",
                    "systems: {a: {kind: http, base_url: 'https://h', credentials: {username: U}}} ¦ 1:63 missing-key",
                    "systems: {a: {kind: http, base_url: 'https://h', credentials: {header: 'a b', value: V}}} ¦ 1:72 bad-value",
                    "systems: {a: {kind: http, base_url: 'https://h', credentials: {berer: V}}} ¦ 1:63 missing-key 1:64 unknown-key",
                    "systems: {a: {kind: http, base_url: 'https://u:p@h'}} ¦ 1:37 secret-value",
                    "systems: {a: {kind: sql, datasource: 'jdbc:postgresql://h/d?user=a&password=b'}} ¦ 1:38 secret-value",
                    "systems: {a: {kind: http, base_url: 'https://h', actions: {x: {method: GET, path: /x}}}} ¦ 1:72 bad-value",
                    "systems: {a: {kind: http, base_url: 'https://h', actions: {x: {method: POST, path: x}}}} ¦ 1:84 bad-path",
                    "systems: {a: {kind: http, base_url: 'https://h', actions: {x: {method: POST, path: '/{{ a.b }}'}}}} ¦ 1:84 bad-placeholder",
                    "systems: {a: {kind: http, base_url: 'https://h', actions: {x: {method: PUT, path: /x, body: '{a'}}}} ¦ 1:93 bad-body",
                    "systems: {a: {kind: http, base_url: 'https://h', actions: {x: {method: PUT, path: /x, timeout: 1h}}}} ¦ 1:96 bad-value",
                    "systems: {a: {kind: http, base_url: 'https://h', actions: {x: {method: PUT, path: /x, idempotency_header: 'a b'}}}} ¦ 1:107 bad-value",
                    "systems: {a: {kind: http, base_url: 'https://h', actions: {x: {mehod: PUT, path: /x}}}} ¦ 1:63 missing-key 1:64 unknown-key"
                })
        void whenRead_thenEachIsNamedAtItsPlace(String text, String found) {
            assertThat(String.join(" ", said(text))).isEqualTo(found);
        }

        @Test
        void whenASecretStandsThere_thenItIsNotRepeated() {
            said(SYSTEMS.replace("OMS_TOKEN", "s3cr3t").replace("https://oms.", "https://user:hunter2@oms."));

            assertThat(problems.sorted()).hasSize(2);
            assertThat(problems.sorted().toString()).doesNotContain("s3cr3t").doesNotContain("hunter2");
        }

        @Test
        void whenTwoSystemsHaveAnActionOfOneName_thenARetryCouldNotTellThemApart() {
            var action = "actions: {x: {method: PUT, path: /x}}";
            var system = "{kind: http, base_url: 'https://h', " + action + "}";

            assertThat(said("systems:\n  a: " + system + "\n  b: " + system)).containsExactly("3:52 duplicate-action");
        }

        @Test
        void whenOneSystemIsWrong_thenTheOthersAreStillThere() {
            assertThat(read(SYSTEMS.replace("kind: prometheus", "kind: prom")).systems())
                    .containsOnlyKeys("oms", "oms-db", "wms");
        }
    }
}
