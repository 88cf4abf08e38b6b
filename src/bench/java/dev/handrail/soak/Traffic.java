package dev.handrail.soak;

import dev.handrail.soak.audit.Book;
import dev.handrail.soak.sender.Sender;
import dev.handrail.soak.sender.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** What goes on in the world outside: troubles at random, each told by some sender, and bursts of them. */
final class Traffic implements AutoCloseable {
    private static final int BURST = 200;
    private static final Duration BETWEEN_BURSTS = Duration.ofMinutes(1);
    private static final List<String> FLOWS = List.of("orders", "payments", "stock", "prices", "returns");
    private static final List<String> KNOWN = List.of("OrderStuck", "PaymentLate", "StockDrift");
    private static final List<Sender> SENDERS = Sender.all();

    private final Book book;
    private final Postman postman;
    private final Random random;
    private final double rate;
    private final Instant began = Instant.now();
    private final ExecutorService stories = Executors.newVirtualThreadPerTaskExecutor();

    Traffic(Plan plan, Book book, Postman postman) {
        this.book = book;
        this.postman = postman;
        this.random = new Random(plan.seed());
        this.rate = plan.rate();
    }

    static int sources() {
        return SENDERS.size();
    }

    /** Goes on until then. */
    void run(Instant until) {
        var due = System.nanoTime();
        var burst = began.plus(between(10, 50));
        while (Instant.now().isBefore(until)) {
            var story = Instant.now().isAfter(burst) ? null : story();
            if (story == null) {
                burst();
                burst = burst.plus(BETWEEN_BURSTS);
                due += (long) (BURST * 1.5 / rate * 1e9);
            } else {
                stories.execute(story);
                due += (long) (story.weight() / rate * 1e9);
            }
            LockSupport.parkNanos(due - System.nanoTime());
        }
    }

    /** Sends so much at once that Handrail stores it before it places it. Every fourth is one failure mode after another. */
    void burst() {
        var storm = chance(0.25);
        var flow = pick(FLOWS);
        synchronized (random) {
            IntStream.range(0, BURST)
                    .mapToObj(at -> storm ? "Gone " + minute() + "-" + at % 60 : name())
                    .map(name -> single(name, flow))
                    .toList()
                    .forEach(stories::execute);
        }
    }

    private Story single(String name, String flow) {
        var sender = SENDERS.get(random.nextInt(SENDERS.size()));
        return new Story(new Story.World(book, postman), sender, List.of(trouble(name, flow)), script(sender));
    }

    private Story story() {
        synchronized (random) {
            // two senders tell of many at once, and of most there is
            var sender = chance(0.4) ? SENDERS.get(random.nextInt(2)) : pick(SENDERS);
            var size = sender.most() == 1 || chance(0.6) ? 1 : 1 + random.nextInt(chance(0.1) ? sender.most() : 6);
            var name = name();
            var flow = pick(FLOWS);
            var troubles = new ArrayList<Trouble>();
            for (var at = 0; at < size; at++) {
                troubles.add(trouble(name, flow));
            }
            return new Story(new Story.World(book, postman), sender, troubles, script(sender));
        }
    }

    private Story.Script script(Sender sender) {
        return new Story.Script(
                chance(0.02),
                chance(0.08),
                chance(0.7) ? between(4, 60) : Duration.ZERO,
                sender.tellsItsEnd() && chance(0.1));
    }

    private Trouble trouble(String name, String flow) {
        var batch = "batch-%d-%d".formatted(minute(), random.nextInt(4));
        return new Trouble(book.nextNumber(), name, batch, flow, Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    /** The names change with the minutes, so that incidents open all the time; some are known to a runbook. */
    private String name() {
        return chance(0.8)
                ? "%s %d-%d".formatted(pick(KNOWN), minute(), random.nextInt(4))
                : "Odd thing %d-%d".formatted(minute(), random.nextInt(2));
    }

    private long minute() {
        return Duration.between(began, Instant.now()).toMinutes();
    }

    private Duration between(int seconds, int more) {
        return Duration.ofMillis(random.nextInt(seconds * 1000, more * 1000));
    }

    private boolean chance(double part) {
        return random.nextDouble() < part;
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** Waits until everything is told. Returns false if it takes too long. */
    boolean isOver(Duration patience) throws InterruptedException {
        stories.shutdown();
        return stories.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        stories.shutdownNow();
    }
}
