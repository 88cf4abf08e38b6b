package dev.handrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.intake.mapping.Translations;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int source(String... arguments) {
        var all = new String[arguments.length + 1];
        all[0] = "source";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Handrail.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void whenSourcesAreListed_thenEachHasItsSenderAndItsDocumentation() {
        assertThat(source("list")).isZero();

        assertThat(out.toString().lines())
                .hasSameSizeAs(Translations.builtIn().sources())
                .allMatch(line -> line.contains("https://"))
                .anyMatch(line -> line.matches("stripe +Stripe +https://docs.stripe.com/.*"));
    }

    @Test
    void whenASecretIsMade_thenItIsShownOnceWithWhatToDo() {
        assertThat(source("secret", "shop-monitor")).isZero();

        assertThat(out.toString())
                .containsPattern("SHOP_MONITOR_SECRET=[A-Za-z0-9_-]{43}\\R")
                .contains("sources/shop-monitor.yml", "bearer: SHOP_MONITOR_SECRET");
        assertThat(source("secret", "../x")).isEqualTo(2);
    }

    @Test
    void whenOneIsShown_thenItIsAStartForOnesOwn() throws IOException {
        assertThat(source("show", "pingdom")).isZero();
        var copy = file("own.yml", out.toString());

        assertThat(source(
                        "test",
                        copy,
                        file("down.json", "{\"check_id\": 1, \"check_name\": \"Shop\", \"current_state\": \"DOWN\"}")))
                .isZero();

        assertThat(out.toString()).contains("FIRING Shop");
    }

    @Test
    void whenThereIsNoSuchOne_thenTheNearestIsSaid() {
        assertThat(source("show", "strip")).isEqualTo(2);

        assertThat(err.toString()).contains("There is no built-in mapping 'strip'; wanted 'stripe'");
    }

    @Nested
    class GivenAMapping {
        private static final String MAPPING = """
                source: erp
                alerts: jobs
                name: job
                status: {of: state, firing: [stuck], resolved: [moving]}
                labels: {order_id: order}
                fingerprint: order
                """;

        @Test
        void whenAPayloadIsGood_thenItsAlertsAreShown() throws IOException {
            var payload = file(
                    "p.json",
                    "{\"site\": \"north\", \"jobs\": [{\"job\": \"Export\", \"state\": \"stuck\", \"order\": 4711}]}");

            assertThat(source("test", file("erp.yml", MAPPING), payload)).isZero();

            assertThat(out.toString().lines())
                    .contains("FIRING Export", "  fingerprint 4711", "    order_id: 4711", "    site: north");
        }

        @Test
        void whenSomethingInItIsWrong_thenItsPathIsSaid() throws IOException {
            var payload = file("p.json", "{\"jobs\": [{\"job\": \"Export\", \"state\": \"odd\"}]}");

            assertThat(source("test", file("erp.yml", MAPPING), payload, "--json"))
                    .isEqualTo(1);

            assertThat(out.toString())
                    .contains("\"problems\":[\"jobs[0].state: found 'odd', wanted one of moving, stuck\"]");
        }

        @Test
        void whenTheMappingHasErrors_thenTheyAreSaidWithTheirPlaces() throws IOException {
            var mapping = file("erp.yml", MAPPING + "nmae: x\n");

            assertThat(source("test", mapping, file("p.json", "{}"))).isEqualTo(1);

            assertThat(err.toString()).contains("erp.yml:7:1: error unknown-key: found 'nmae'; wanted 'name'");
        }

        @Test
        void whenAHeaderIsGiven_thenTheMappingSeesIt() throws IOException {
            var mapping = file("erp.yml", "{source: erp, status: firing, name: $headers.`x-topic`}");

            assertThat(source("test", mapping, file("p.json", "{}"), "--header", "X-Topic=late"))
                    .isZero();

            assertThat(out.toString()).startsWith("FIRING late");
        }

        @Test
        void whenThePayloadIsMissingOrNoJson_thenItCannotBegin() throws IOException {
            assertThat(source("test", "stripe", folder.resolve("none.json").toString()))
                    .isEqualTo(2);
            assertThat(source("test", "stripe", file("p.json", "{\"x\":"))).isEqualTo(2);

            assertThat(err.toString()).contains("there is no file '", "Cannot read the payload: not JSON");
        }
    }
}
