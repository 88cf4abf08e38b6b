package dev.handrail.soak;

import dev.handrail.soak.audit.Book;
import dev.handrail.soak.audit.Rows;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The figures of a run. */
final class Summary {
    private Summary() {}

    static void print(Plan plan, List<Life> lives, Tallies tallies, Book book, Rows rows) throws SQLException {
        line(
                "minutes, alerts a second, seed",
                "%.1f, %.0f, %d".formatted(plan.length().toMillis() / 60_000.0, plan.rate(), plan.seed()));
        line("sources", Integer.toString(Traffic.sources()));
        line("lives ended by SIGTERM, by kill -9", count(lives, Life.End.SIGTERM) + ", " + count(lives, Life.End.KILL));
        line("deliveries taken, of these before they were placed", tallies.deliveries() + ", " + tallies.storedOnly());
        line("not taken and sent again", tallies.retries() + " " + tallies.failures());
        line("different alerts, and as often as they were told of", book.marks() + ", " + book.told());
        line(
                "deliveries that nobody can translate",
                Integer.toString(book.untranslatable().size()));
        line(
                "incidents, entries of timelines",
                rows.count("select count(*) from incident") + ", " + rows.count("select count(*) from timeline"));
        line(
                "storms, their parts",
                rows.count("select count(*) from storm") + ", " + rows.count("select count(*) from storm_part"));
        line("messages in Slack", Long.toString(rows.count("select count(*) from slack_slot where ts is not null")));
        var held =
                "select count(*) from alert where why like '%maintenance window%' or why = 'resolved while it was held'";
        line("alerts that a maintenance window has held", Long.toString(rows.count(held)));
        line(
                "from an end to the next answer with 2xx, at most",
                "%.1f s"
                        .formatted(tallies.gaps().stream()
                                .max(Comparator.naturalOrder())
                                .orElse(0.0)));
        line("each of them", tallies.gaps().stream().map("%.1f"::formatted).collect(Collectors.joining(" ")));
        line(
                "answers with 2xx apart from starts and ends, p50 and p99",
                "%.1f, %.1f ms".formatted(tallies.calm(0.5), tallies.calm(0.99)));
        line("all answers with 2xx, p99", "%.1f ms".formatted(tallies.all(0.99)));
        line(
                "resident memory at the end of each life, MB",
                lives.stream().map(life -> Long.toString(life.megabytes())).collect(Collectors.joining(" ")));
        line(
                "processor time of each life, s",
                lives.stream()
                        .map(life -> "%.0f".formatted(life.processorSeconds()))
                        .collect(Collectors.joining(" ")));
    }

    private static long count(List<Life> lives, Life.End end) {
        return lives.stream().filter(life -> life.end() == end).count();
    }

    static void line(String what, String figure) {
        System.out.printf("RESULT %-72s %s%n", what, figure);
    }
}
