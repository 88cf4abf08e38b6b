package dev.handrail.cli.doctor;

import dev.handrail.cli.setup.CannotStartException;
import dev.handrail.cli.setup.Database;
import dev.handrail.cli.setup.JdbcProbe;
import dev.handrail.ownership.Catalogue;
import dev.handrail.platform.source.Problem;
import dev.handrail.runbook.library.LastGood;
import dev.handrail.runbook.library.LibraryReader;
import dev.handrail.runbook.library.LibraryResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Whether the database and the library are right. */
final class HouseChecks {
    private static final int LISTED = 5;

    private HouseChecks() {}

    /** A library, as far as it can be read. */
    record Read(List<Finding> findings, Optional<Catalogue> catalogue) {
        Read {
            findings = List.copyOf(findings);
        }
    }

    static Finding database(Database database) {
        try {
            JdbcProbe.open(database.asItIs());
        } catch (CannotStartException e) {
            return unopened(database, String.valueOf(e.getMessage()));
        }
        try {
            var pending = Flyway.configure()
                    .dataSource(database.asItIs().url(), database.user(), database.password())
                    .load()
                    .info()
                    .pending()
                    .length;
            return pending == 0
                    ? Finding.ok("database", database.shown() + ", migrated")
                    : Finding.warn(
                            "database",
                            "%s, %d migrations behind".formatted(database.shown(), pending),
                            "nothing, if 'handrail serve' of this release starts next: it migrates");
        } catch (FlywayException _) {
            return Finding.fail(
                    "database",
                    database.shown() + ": its migrations cannot be read",
                    "look whether the database belongs to Handrail, and whether its user may read all tables");
        }
    }

    private static Finding unopened(Database database, String sentence) {
        if (sentence.startsWith("Handrail is running")) {
            return Finding.ok("database", database.shown() + ", in use by a Handrail that runs");
        }
        return sentence.startsWith("There is no database")
                ? Finding.warn("database", database.shown() + " is not there yet", "'handrail serve' makes it")
                : Finding.fail("database", sentence, "mend HANDRAIL_DATABASE_URL, or start the database");
    }

    static Read library(Path folder) {
        var result = LibraryReader.read(folder, new Nothing());
        var errors = result.problems().stream().filter(Problem::isError).toList();
        var found = new ArrayList<Finding>();
        errors.stream()
                .limit(LISTED)
                .forEach(problem -> found.add(Finding.fail("runbooks", problem.toString(), "mend the file")));
        if (errors.size() > LISTED) {
            found.add(Finding.fail(
                    "runbooks", "%d more errors".formatted(errors.size() - LISTED), "'handrail lint' lists them all"));
        }
        return switch (result) {
            case LibraryResult.Loaded loaded -> {
                if (errors.isEmpty()) {
                    found.add(Finding.ok(
                            "runbooks",
                            "%d, of which alerts may start %d"
                                    .formatted(
                                            loaded.library().runbooks().size(),
                                            loaded.library().active().size())));
                }
                yield new Read(found, Optional.of(loaded.library().catalogue()));
            }
            case LibraryResult.Refused _ -> new Read(found, Optional.empty());
        };
    }

    /** The doctor keeps nothing, and so falls back to nothing. */
    private record Nothing() implements LastGood {
        @Override
        public Optional<String> text(String path) {
            return Optional.empty();
        }

        @Override
        public void keep(String path, String text) {}
    }
}
