package dev.handrail.cli.author;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The terminal that a command was typed in. */
final class Terminal {
    private static final int USUAL = 80;
    private static final int NARROWEST = 40;
    private static final int WIDEST = 120;

    private Terminal() {}

    /** Says whether somebody sits there who can be asked. */
    static boolean isThere() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }

    /** Returns how many columns to fill: no more than one reads with ease. */
    static int width() {
        var said = columns(Optional.ofNullable(System.getenv("COLUMNS")).orElse(""));
        var width = said.or(() -> isThere() ? asked() : Optional.empty()).orElse(USUAL);
        return Math.clamp(width, NARROWEST, WIDEST);
    }

    private static Optional<Integer> columns(String text) {
        return text.matches("[1-9][0-9]{0,4}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    /** The JDK does not know how wide a terminal is, and shells rarely pass it on. */
    private static Optional<Integer> asked() {
        try {
            var stty = new ProcessBuilder("sh", "-c", "stty size </dev/tty").start();
            var size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            stty.waitFor(1, TimeUnit.SECONDS);
            return columns(size.substring(size.indexOf(' ') + 1));
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
