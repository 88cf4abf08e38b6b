package dev.handrail.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/** The two databases that Handrail runs on, both real, each test with one of its own. */
public enum Database {
    /** In a file, as the demo has it. */
    H2 {
        @Override
        public Map<String, Object> fresh() {
            return properties(
                    "jdbc:h2:file:"
                            + folder().resolve(UUID.randomUUID().toString())
                            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0",
                    "sa",
                    "");
        }
    },
    /** PostgreSQL 17, from the binaries on the class path; one server for all tests, a database for each. */
    POSTGRESQL {
        @Override
        public Map<String, Object> fresh() {
            var name = "t" + UUID.randomUUID().toString().replace("-", "");
            try (var connection =
                            DriverManager.getConnection(Server.URL.formatted("postgres"), "postgres", "postgres");
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException("cannot make the database " + name, e);
            }
            return properties(Server.URL.formatted(name), "postgres", "postgres");
        }
    };

    /** Returns the properties of an empty database. */
    public abstract Map<String, Object> fresh();

    /** H2 makes it too, but not when two tests want it in the same moment. */
    private static Path folder() {
        try {
            return Files.createDirectories(Path.of("target", "h2").toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder of the databases", e);
        }
    }

    private static Map<String, Object> properties(String url, String user, String password) {
        return Map.of(
                "datasources.default.url", url,
                "datasources.default.username", user,
                "datasources.default.password", password,
                "datasources.default.maximum-pool-size", 10,
                "flyway.datasources.default.enabled", true);
    }

    private static final class Server {
        static final String URL = start();

        private static String start() {
            try {
                var server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "300")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
                return "jdbc:postgresql://localhost:" + server.getPort() + "/%s";
            } catch (IOException e) {
                throw new UncheckedIOException("cannot start PostgreSQL", e);
            }
        }

        private static void close(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot stop PostgreSQL", e);
            }
        }
    }
}
