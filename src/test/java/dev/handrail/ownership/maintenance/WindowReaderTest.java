package dev.handrail.ownership.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.handrail.ownership.CatalogueReader;
import dev.handrail.platform.source.Problem;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class WindowReaderTest {
    private static final String OWNERS = """
            default: platform
            owners: {platform: {contacts: [{slack_user: U01ANA}]}}
            """;

    private static String flows(String zone, String windows) {
        return """
                default_channel: "#alerts"
                %s
                flows:
                  orders:
                    owner: platform
                    maintenance:
                %s
                """.formatted(zone, windows.indent(6));
    }

    @Test
    void givenWindows_whenRead_thenEachHasItsZoneOrTheOneOfTheFile() {
        var read = CatalogueReader.read(OWNERS, flows("zone: Europe/Berlin", """
                - {every: Sunday, from: 22:00, to: 02:00, why: backup of the ERP}
                - {every: [1st, last day], from: 18:00, to: 24:00, zone: UTC, why: closing}
                """));

        assertThat(read.problems()).isEmpty();
        var windows = read.catalogue()
                .orElseThrow()
                .flow("orders")
                .orElseThrow()
                .alerting()
                .maintenance();
        assertThat(windows)
                .extracting(MaintenanceWindow::words, MaintenanceWindow::zone, MaintenanceWindow::why)
                .containsExactly(
                        tuple("Sunday, 22:00 to 02:00", ZoneId.of("Europe/Berlin"), "backup of the ERP"),
                        tuple("1st, last day, 18:00 to 24:00", ZoneId.of("UTC"), "closing"));
    }

    @Test
    void givenNoZoneAnywhere_whenRead_thenItIsUtc() {
        var read = CatalogueReader.read(OWNERS, flows("", "- {every: day, from: 01:00, to: 02:00, why: backup}"));

        assertThat(read.catalogue()
                        .orElseThrow()
                        .flow("orders")
                        .orElseThrow()
                        .alerting()
                        .maintenance())
                .extracting(MaintenanceWindow::zone)
                .containsExactly(ZoneOffset.UTC);
    }

    @Test
    void givenSlips_whenRead_thenEachPlaceIsNamed() {
        var read = CatalogueReader.read(OWNERS, flows("zone: Europe/Berln", """
                - {every: Sun, from: 2:00, to: 25:00, zone: 1, why: backup}
                - {evry: day, from: 22:00}
                - {every: [], from: 24:00, to: 02:00, why: backup}
                - Sunday
                """));

        assertThat(read.problems().stream().map(Problem::toString))
                .containsExactly(
                        "flows.yml:2:7: error unknown-zone: found 'Europe/Berln'; wanted 'Europe/Berlin'",
                        "flows.yml:7:17: error bad-value: found 'Sun'; wanted " + Day.WANTED,
                        "flows.yml:7:28: error bad-value: found '2:00'; wanted a time of day from 00:00 to 23:59, such as 02:30",
                        "flows.yml:7:38: error bad-value: found '25:00'; wanted a time of day from 00:00 to 23:59, such as 02:30",
                        "flows.yml:7:51: error unknown-zone: found '1'; wanted a time zone's name, such as Europe/Berlin or UTC",
                        "flows.yml:8:9: error missing-key: found no 'every'; wanted the days on which it begins, such as Sunday",
                        "flows.yml:8:9: error missing-key: found no 'to'; wanted when it ends, such as 02:00",
                        "flows.yml:8:9: error missing-key: found no 'why'; wanted what is done then, for those who wonder what became of an alert",
                        "flows.yml:8:10: error unknown-key: found 'evry'; wanted 'every'",
                        "flows.yml:9:17: error bad-value: found a list; wanted " + Day.WANTED,
                        "flows.yml:9:27: error bad-value: found '24:00'; wanted a time of day from 00:00 to 23:59, such as 02:30",
                        "flows.yml:10:9: error wrong-kind: found 'Sunday'; wanted keys with values");
    }
}
