package dev.handrail.soak;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One Handrail after the other, on one database. */
final class Lives {
    private static final Duration SILENCE = Duration.ofMillis(500);

    private final Server server;
    private final WatchedSlack slack;
    private final Tallies tallies;
    private final List<Life> ended = new ArrayList<>();

    private Lives(Server server, WatchedSlack slack, Tallies tallies) {
        this.server = server;
        this.slack = slack;
        this.tallies = tallies;
        tallies.startsAgain();
    }

    static Lives begin(Server server, WatchedSlack slack, Tallies tallies) {
        return new Lives(server, slack, tallies);
    }

    synchronized List<Life> ended() {
        return List.copyOf(ended);
    }

    synchronized long megabytes() {
        return server.megabytes();
    }

    /** Ends the process whatever it is doing; by SIGTERM and by {@code kill -9} in turn. */
    synchronized void endNow() throws InterruptedException {
        end(ended.size() % 2 == 0 ? Life.End.KILL : Life.End.SIGTERM);
    }

    synchronized void end(Life.End end) throws InterruptedException {
        if (!server.isAlive()) {
            tallies.wrong("Handrail had ended by itself: see its log");
        }
        ended.add(new Life(end, server.megabytes(), server.processorSeconds()));
        tallies.ends();
        switch (end) {
            case KILL -> killUnanswered();
            case SIGTERM -> {
                if (!server.stop()) {
                    tallies.wrong("Handrail did not end within a minute of SIGTERM");
                }
            }
        }
    }

    /** A post that Slack took and of which nobody saw the answer must be found again, and not be made twice. */
    private void killUnanswered() throws InterruptedException {
        slack.fallSilent();
        Thread.sleep(SILENCE);
        server.kill();
        slack.speakAgain();
    }

    synchronized void startAgain() throws IOException {
        tallies.startsAgain();
        server.restart();
    }
}
