package dev.handrail.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.handrail.cli.doctor.Finding.Level;
import dev.handrail.cli.setup.Database;
import dev.handrail.ownership.Catalogue;
import dev.handrail.ownership.CatalogueReader;
import dev.handrail.platform.settings.SettingsReader;
import dev.handrail.simulator.LocalSlackServer;
import dev.handrail.simulator.LocalSlackSettings;
import dev.handrail.simulator.SlackDriver;
import dev.handrail.slack.SlackSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    private static final String TOKEN = "xoxb-doctor-token";
    private static LocalSlackServer server;
    private static SlackDriver slack;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        server = LocalSlackServer.start(
                LocalSlackSettings.of(TOKEN, "a-signing-secret", URI.create("http://localhost:1/v1/slack"))
                        .withoutEvents(),
                InstantSource.system());
        slack = SlackDriver.of(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void givenARightToken_whenSlackIsAsked_thenTokenScopesAndClicksAreRight() {
        assertThat(checks(TOKEN))
                .filteredOn(finding -> finding.level() == Level.OK)
                .extracting(Finding::about)
                .contains("token", "scopes", "clicks");
        assertThat(checks(TOKEN)).noneMatch(finding -> finding.level() == Level.FAIL);
    }

    @Test
    void givenAWrongToken_whenSlackIsAsked_thenItSaysWhereTheRightOneIsAndShowsNone() {
        assertThat(checks("xoxb-another-token")).singleElement().satisfies(finding -> {
            assertThat(finding.level()).isEqualTo(Level.FAIL);
            assertThat(finding.says()).isEqualTo("Slack says: invalid_auth");
            assertThat(finding.todo()).contains("SLACK_BOT_TOKEN");
            assertThat(finding.toString()).doesNotContain("xoxb-another-token");
        });
    }

    @Test
    void givenAClockThatIsLate_whenComparedWithSlacks_thenItFails() {
        var late = InstantSource.offset(InstantSource.system(), Duration.ofMinutes(-6));

        assertThat(checks(TOKEN, late))
                .filteredOn(finding -> finding.about().equals("clock"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.level()).isEqualTo(Level.FAIL));
    }

    @Test
    void givenTheLibraryThatComesWithHandrail_whenItsPeopleAreLookedFor_thenAllAreThere() {
        var catalogue = CatalogueReader.read(Path.of("runbooks")).catalogue().orElseThrow();

        assertThat(people(catalogue)).extracting(Finding::level).containsOnly(Level.OK);

        slack.removeBotFrom("#payment-flows");
        slack.archive("#order-flows");
        assertThat(people(catalogue))
                .extracting(Finding::level, Finding::about)
                .contains(tuple(Level.WARN, "channel #payment-flows"), tuple(Level.FAIL, "channel #order-flows"));
        slack.reset();
    }

    @Test
    void givenPeopleAndGroupsThatAreNotThere_whenLookedFor_thenEachIsNamedWithItsOwner() {
        var catalogue = CatalogueReader.read("""
                        default: erp
                        owners: {erp: {name: ERP team, contacts: [{slack_user: U0NOBODY}, {slack_group: S0NONE}]}}
                        """, """
                        default_channel: "#nowhere"
                        flows: {}
                        """).catalogue();

        assertThat(people(catalogue.orElseThrow()))
                .extracting(Finding::toString)
                .anyMatch(text -> text.contains("channel #nowhere") && text.contains("not found"))
                .anyMatch(text -> text.contains("owner ERP team") && text.contains("U0NOBODY: user_not_found"))
                .anyMatch(text -> text.contains("S0NONE is no user group here"));
    }

    @Test
    void givenAChannel_whenAMessageIsToBeSent_thenItIsThereOrSlacksWordIs() {
        try (var calls = new SlackCalls(server.apiUrl(), InstantSource.system())) {
            var checks = new SlackChecks(settings(TOKEN), calls);

            assertThat(checks.send("#commerce-alerts").level()).isEqualTo(Level.OK);
            slack.as("U01ANA").inChannel("#commerce-alerts").message("Nothing is wrong");
            assertThat(checks.send("#nowhere").says()).contains("channel_not_found");
        }
    }

    @Test
    void givenSlackCannotBeReached_whenAsked_thenItSaysSo() {
        try (var calls = new SlackCalls(URI.create("http://localhost:1/api/"), InstantSource.system())) {
            assertThat(new SlackChecks(settings(TOKEN), calls).all())
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.says()).contains("no answer from localhost:1"));
        }
    }

    @Test
    void givenALibrary_whenRead_thenItsErrorsFail() throws IOException {
        Files.writeString(folder.resolve("owners.yml"), "default: nobody\nowners: {}\n");

        assertThat(HouseChecks.library(folder).findings())
                .allMatch(finding -> finding.level() == Level.FAIL)
                .isNotEmpty();
        assertThat(HouseChecks.library(Path.of("runbooks")).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.level()).isEqualTo(Level.OK));
    }

    @Test
    void givenADatabase_whenItIsNotThereOrEmptyOrCannotBeOpened_thenTheFindingSaysWhatToDo() {
        var absent = database("jdbc:h2:file:" + folder.resolve("none"));
        var empty = database("jdbc:h2:mem:doctor");
        var closed = database("postgresql://localhost:1/handrail");

        assertThat(HouseChecks.database(absent).says()).endsWith("is not there yet");
        assertThat(HouseChecks.database(empty)).satisfies(finding -> {
            assertThat(finding.level()).isEqualTo(Level.WARN);
            assertThat(finding.says()).contains("migrations behind");
        });
        assertThat(HouseChecks.database(closed).level()).isEqualTo(Level.FAIL);
    }

    private static List<Finding> checks(String token) {
        return checks(token, InstantSource.system());
    }

    private static List<Finding> checks(String token, InstantSource clock) {
        try (var calls = new SlackCalls(server.apiUrl(), clock)) {
            return new SlackChecks(settings(token), calls).all();
        }
    }

    private static Database database(String url) {
        return Database.read(new SettingsReader(_ -> Optional.empty()), url);
    }

    private static List<Finding> people(Catalogue catalogue) {
        try (var calls = new SlackCalls(server.apiUrl(), InstantSource.system())) {
            return new PeopleChecks(catalogue, settings(TOKEN), calls).all();
        }
    }

    private static SlackSettings settings(String token) {
        var given = Map.of("slack.bot.token", token, "slack.signing.secret", "a-signing-secret");
        return SlackSettings.read(new SettingsReader(name -> Optional.ofNullable(given.get(name))));
    }
}
