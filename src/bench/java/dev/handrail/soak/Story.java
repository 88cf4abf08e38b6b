package dev.handrail.soak;

import dev.handrail.soak.audit.Book;
import dev.handrail.soak.sender.Letter;
import dev.handrail.soak.sender.Report;
import dev.handrail.soak.sender.Sender;
import dev.handrail.soak.sender.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** What one sender tells of some troubles, one delivery after the other. */
final class Story implements Runnable {
    private static final Duration LATE = Duration.ofSeconds(5);

    private final World world;
    private final Sender sender;
    private final List<Trouble> troubles;
    private final Script script;

    /** What a story takes place in. */
    record World(Book book, Postman postman) {}

    /**
     * How it goes.
     *
     * @param garbled whether its first delivery is one that nobody can translate
     * @param repeated whether each delivery is sent twice, although the first was taken
     * @param lasting how long the trouble lasts; zero for one that nobody says to be over
     * @param overtaken whether a copy of its beginning comes after its end
     */
    record Script(boolean garbled, boolean repeated, Duration lasting, boolean overtaken) {}

    Story(World world, Sender sender, List<Trouble> troubles, Script script) {
        this.world = world;
        this.sender = sender;
        this.troubles = List.copyOf(troubles);
        this.script = script;
    }

    /** Returns how many alerts it tells of. */
    int weight() {
        return troubles.size() * (script.repeated() ? 2 : 1) * (script.lasting().isZero() ? 1 : 2);
    }

    @Override
    public void run() {
        try {
            tell();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell() throws InterruptedException {
        if (script.garbled()) {
            garble();
        }
        var beginning = new Report(troubles, troubles.getFirst().began(), false);
        send(beginning);
        if (script.lasting().isZero()) {
            return;
        }
        Thread.sleep(script.lasting());
        send(new Report(troubles, Instant.now().truncatedTo(ChronoUnit.MILLIS), true));
        if (script.overtaken()) {
            Thread.sleep(LATE);
            world.postman().deliver(sender.write(beginning));
        }
    }

    private void send(Report report) throws InterruptedException {
        var letter = sender.write(report);
        world.postman().deliver(letter);
        world.book().taken(sender, report);
        if (script.repeated()) {
            world.postman().deliver(letter);
        }
    }

    private void garble() throws InterruptedException {
        var mark = "garbled-%06d".formatted(world.book().nextNumber());
        var letter = new Letter("grafana", Map.of(), "{\"note\": \"%s\"}".formatted(mark), 0);
        var tries = world.postman().deliver(letter);
        world.book().untranslatable(mark, tries);
    }
}
