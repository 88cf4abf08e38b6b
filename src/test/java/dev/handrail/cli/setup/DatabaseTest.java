package dev.handrail.cli.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.platform.settings.SettingProblem;
import dev.handrail.platform.settings.SettingsReader;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {
    private static Database read(Map<String, String> properties) {
        return Database.read(reader(properties), "jdbc:h2:file:./data/handrail");
    }

    private static SettingsReader reader(Map<String, String> properties) {
        return new SettingsReader(name -> Optional.ofNullable(properties.get(name)));
    }

    @Test
    void givenNothing_whenRead_thenAFileWithAllFlags() {
        assertThat(read(Map.of()).url())
                .isEqualTo("jdbc:h2:file:./data/handrail"
                        + ";DATABASE_TO_LOWER=TRUE;DB_CLOSE_ON_EXIT=FALSE;DEFAULT_NULL_ORDERING=HIGH"
                        + ";MODE=PostgreSQL;WRITE_DELAY=0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:file:/d/h;AUTO_SERVER=TRUE",
                "jdbc:h2:file:/d/h;auto_server=yes;MODE=PostgreSQL",
                "jdbc:h2:tcp://db/h",
                "jdbc:h2:ssl://db/h"
            })
    void givenOneThatSeveralProcessesOpen_whenRead_thenItClosesItselfAsH2Wants(String url) {
        assertThat(read(Map.of("handrail.database.url", url)).url()).doesNotContain("DB_CLOSE_ON_EXIT");
    }

    @Test
    void givenOneThatIsNotShared_whenRead_thenItIsClosedByUs() {
        assertThat(read(Map.of("handrail.database.url", "jdbc:h2:file:/d/h;AUTO_SERVER=FALSE"))
                        .url())
                .contains(";DB_CLOSE_ON_EXIT=FALSE");
    }

    @Test
    void givenAFlagOfTheirOwn_whenRead_thenItStays() {
        assertThat(read(Map.of("handrail.database.url", "jdbc:h2:file:/d/h;write_delay=10"))
                        .url())
                .contains(";write_delay=10")
                .doesNotContain("WRITE_DELAY=0");
    }

    @Test
    void givenAnAddressWithAPassword_whenRead_thenItIsTakenApart() {
        var database =
                read(Map.of("handrail.database.url", "postgresql://hand%40rail:p%2Fw@db:5433/ops?sslmode=require"));

        assertThat(database.url()).isEqualTo("jdbc:postgresql://db:5433/ops?sslmode=require");
        assertThat(database.user()).isEqualTo("hand@rail");
        assertThat(database.password()).isEqualTo("p/w");
        assertThat(database).hasToString("PostgreSQL db:5433/ops");
    }

    @Test
    void givenUserAndPasswordApart_whenRead_thenTheyWin() {
        var database = read(Map.of(
                "handrail.database.url", "jdbc:postgresql://db/ops",
                "handrail.database.user", "ana",
                "handrail.database.password", "s3cret"));

        assertThat(database).isEqualTo(new Database("jdbc:postgresql://db/ops", "ana", "s3cret"));
    }

    @ParameterizedTest
    @CsvSource({
        "mysql://root:geheim@db/ops, mysql://db/ops",
        "jdbc:oracle:thin:x, jdbc:oracle:thin:x",
        "postgresql://, postgresql://"
    })
    void givenAnotherDatabase_whenRead_thenTheProblemShowsNoPassword(String url, String shown) {
        var reader = reader(Map.of("handrail.database.url", url));
        Database.read(reader, "jdbc:h2:file:./data/handrail");

        assertThat(reader.problems()).extracting(SettingProblem::found).containsExactly("'" + shown + "'");
        assertThat(reader.problems()).extracting(SettingProblem::variable).containsExactly("HANDRAIL_DATABASE_URL");
    }
}
