package dev.handrail.soak;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One Handrail after the other, on one database. */
final class Lives {
    private final Server server;
    private final Tallies tallies;
    private final List<Life> ended = new ArrayList<>();

    private Lives(Server server, Tallies tallies) {
        this.server = server;
        this.tallies = tallies;
        tallies.startsAgain();
    }

    static Lives begin(Server server, Tallies tallies) {
        return new Lives(server, tallies);
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
            case KILL -> server.kill();
            case SIGTERM -> {
                if (!server.stop()) {
                    tallies.wrong("Handrail did not end within a minute of SIGTERM");
                }
            }
        }
    }

    synchronized void startAgain() throws IOException {
        tallies.startsAgain();
        server.restart();
    }
}
