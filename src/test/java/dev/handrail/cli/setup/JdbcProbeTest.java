package dev.handrail.cli.setup;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class JdbcProbeTest {
    @Test
    void givenAPostgresqlThatIsTooOld_whenItIsOpened_thenOneSentenceSaysWhichIsWanted() throws SQLException {
        var found = postgresql(14, "14.19");

        assertThatThrownBy(() -> JdbcProbe.checkVersion(found))
                .isInstanceOf(CannotStartException.class)
                .hasMessageStartingWith("Found PostgreSQL 14.19, wanted 15 or later.");
    }

    @Test
    void givenTheOldestThatWillDo_whenItIsOpened_thenItIsTaken() throws SQLException {
        var found = postgresql(15, "15.0");

        assertThatCode(() -> JdbcProbe.checkVersion(found)).doesNotThrowAnyException();
    }

    private static DatabaseMetaData postgresql(int major, String version) throws SQLException {
        var found = mock(DatabaseMetaData.class);
        when(found.getDatabaseProductName()).thenReturn("PostgreSQL");
        when(found.getDatabaseMajorVersion()).thenReturn(major);
        when(found.getDatabaseProductVersion()).thenReturn(version);
        return found;
    }
}
