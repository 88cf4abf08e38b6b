package dev.handrail.cli.setup;

import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Opens a database once before anything else does, so that what is wrong with it is one sentence. */
public final class JdbcProbe {
    private static final int H2_IN_USE = 90020;
    private static final int H2_ABSENT = 90146;

    /** The first that knows MERGE (https://www.postgresql.org/docs/release/15.0/). */
    private static final int OLDEST_POSTGRESQL = 15;

    private JdbcProbe() {}

    /** Throws {@link CannotStartException} if the database cannot be opened, or cannot do what is asked of it. */
    public static void open(Database database) {
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password())) {
            checkVersion(connection.getMetaData());
        } catch (SQLException e) {
            throw new CannotStartException(sentence(database, e), e);
        }
    }

    static void checkVersion(DatabaseMetaData found) throws SQLException {
        if (found.getDatabaseProductName().equals("PostgreSQL")
                && found.getDatabaseMajorVersion() < OLDEST_POSTGRESQL) {
            throw new CannotStartException(
                    "Found PostgreSQL %s, wanted %d or later. Upgrade it, or set HANDRAIL_DATABASE_URL to another."
                            .formatted(found.getDatabaseProductVersion(), OLDEST_POSTGRESQL));
        }
    }

    private static String sentence(Database database, SQLException failure) {
        return switch (failure.getErrorCode()) {
            case H2_IN_USE ->
                "Handrail is running on this database file (" + database.shown()
                        + "); stop it first, or use PostgreSQL (HANDRAIL_DATABASE_URL), which several processes can share.";
            case H2_ABSENT ->
                "There is no database at " + database.shown()
                        + ". Run this where Handrail was started, or set HANDRAIL_DATABASE_URL.";
            default ->
                "Cannot open the database " + database.shown() + ": " + firstLine(failure)
                        + " Check HANDRAIL_DATABASE_URL, HANDRAIL_DATABASE_USER and HANDRAIL_DATABASE_PASSWORD.";
        };
    }

    private static String firstLine(SQLException failure) {
        var line = String.valueOf(failure.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .strip();
        return line.endsWith(".") ? line : line + ".";
    }
}
