package dev.handrail.soak;

import dev.handrail.soak.audit.AlertAudit;
import dev.handrail.soak.audit.Book;
import dev.handrail.soak.audit.Findings;
import dev.handrail.soak.audit.Pending;
import dev.handrail.soak.audit.Rows;
import dev.handrail.soak.audit.SlackAudit;
import dev.handrail.soak.audit.Spoiling;
import java.io.IOException;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/** The world outside Handrail, which lives on while Handrail is ended again and again. */
final class Soak implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration DRAIN = Duration.ofMinutes(5);
    private static final Duration SETTLE = Duration.ofSeconds(15);
    private static final int ROUNDS = 12;

    private final Plan plan;
    private final Tallies tallies = new Tallies();
    private final Book book = new Book();
    private final WatchedSlack slack;
    private final Postman postman;
    private final Traffic traffic;
    private final Server server;
    private final Random random;
    private final Instant began = Instant.now();

    private Soak(Plan plan) throws IOException {
        this.plan = plan;
        this.random = new Random(plan.seed() + 1);
        this.slack = new WatchedSlack(URI.create("http://localhost:%d/v1/slack".formatted(plan.port())));
        this.postman = new Postman(plan.port(), tallies);
        this.traffic = new Traffic(plan, book, postman);
        this.server =
                Server.start(plan.environment(slack.apiUrl()), plan.folder().resolve("handrail.log"));
    }

    /** @param arguments as {@link Plan#of} takes them */
    public static void main(String[] arguments) throws Exception {
        var plan = Plan.of(arguments);
        try (var soak = new Soak(plan)) {
            System.exit(soak.run() ? 0 : 1);
        }
    }

    private boolean run() throws IOException, InterruptedException, SQLException {
        awaitStart();
        var lives = Lives.begin(server, slack, tallies);
        var until = Instant.now().plus(plan.length());
        var progress = Thread.ofVirtual().start(() -> tell(lives));
        var sending = Thread.ofPlatform().start(() -> traffic.run(until));
        endAgainAndAgain(lives, until.minus(plan.length()));
        sending.join();
        var isDrained = traffic.isOver(DRAIN);
        progress.interrupt();
        if (!isDrained) {
            tallies.wrong("5 min after the last alert there are deliveries that nobody has taken");
        }
        var isQuiet = isQuiet(lives);
        if (!isQuiet) {
            tallies.wrong("Handrail did not come to rest");
        }
        return isRight(lives);
    }

    private void awaitStart() throws InterruptedException {
        var patience = Instant.now().plus(START);
        while (postman.look("/health") != 200) {
            if (Instant.now().isAfter(patience) || !server.isAlive()) {
                throw new IllegalStateException("Handrail did not start: see its log");
            }
            Thread.sleep(200);
        }
    }

    /** Half of the time in the middle of a burst, when more is stored than is placed. */
    private void endAgainAndAgain(Lives lives, Instant from) throws IOException, InterruptedException {
        for (var number = 1; plan.life().multipliedBy(number).compareTo(plan.length()) <= 0; number++) {
            var early = plan.life().toMillis() * random.nextDouble() * 0.3;
            sleepUntil(from.plus(plan.life().multipliedBy(number)).minusMillis((long) early));
            if (random.nextBoolean()) {
                traffic.burst();
                Thread.sleep(random.nextLong(20, 400));
            }
            lives.endNow();
            lives.startAgain();
        }
    }

    private static void sleepUntil(Instant time) throws InterruptedException {
        var left = Duration.between(Instant.now(), time);
        if (left.isPositive()) {
            Thread.sleep(left);
        }
    }

    private void tell(Lives lives) {
        try {
            for (var minute = 1; ; minute++) {
                sleepUntil(began.plus(Duration.ofMinutes(minute)));
                System.out.printf(
                        "%3d min: %d marks, %d deliveries taken (%d before they were placed), %d not taken, %d lives ended,"
                                + " %d MB, %d calls of Slack%n",
                        minute,
                        book.marks(),
                        tallies.deliveries(),
                        tallies.storedOnly(),
                        tallies.retries(),
                        lives.ended().size(),
                        lives.megabytes(),
                        slack.calls());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** A database in a file can only be looked into while Handrail is down, so it is ended and started until nothing is left to do. */
    private boolean isQuiet(Lives lives) throws IOException, InterruptedException, SQLException {
        for (var round = 1; round <= ROUNDS; round++) {
            Thread.sleep(SETTLE);
            lives.end(Life.End.SIGTERM);
            try (var connection =
                    DriverManager.getConnection(plan.store().url(), plan.store().user(), "")) {
                if (Pending.of(connection).isNothing()) {
                    return true;
                }
            }
            lives.startAgain();
        }
        lives.end(Life.End.SIGTERM);
        return false;
    }

    private boolean isRight(Lives lives) throws IOException, InterruptedException, SQLException {
        var findings = new Findings();
        findings.none("what went wrong on the way", tallies.wrong());
        try (var connection =
                DriverManager.getConnection(plan.store().url(), plan.store().user(), "")) {
            if (plan.spoilt()) {
                Spoiling.spoil(connection);
            }
            var rows = new Rows(connection);
            new AlertAudit(rows, book, findings).check();
            new SlackAudit(rows, slack, findings).check();
            Summary.print(plan, lives.ended(), tallies, book, rows);
            Summary.line("messages whose answer a kill -9 has lost", Long.toString(slack.withheld()));
        }
        findings.hold("handrail verify", server.verify(), "a chain is broken: see the log");
        findings.print();
        return findings.isEmpty();
    }

    @Override
    public void close() {
        traffic.close();
        server.kill();
        slack.close();
    }
}
