package dev.handrail.runbook.layout;

import java.util.Arrays;
import java.util.regex.Pattern;

/** How the name of an alert looks: one word of two humps or more, {@code KubePodCrashLooping}, or {@code order_export_stalled}. */
final class AlertName {
    private static final Pattern SNAKE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)+");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

    private AlertName() {}

    /** Says whether it can be a name at all: one word. */
    static boolean isWord(String text) {
        return NAME.matcher(text).matches();
    }

    static boolean is(String text) {
        return SNAKE.matcher(text).matches()
                || (WORD.matcher(text).matches() && humps(text) >= 2 && !endsInCapitals(text));
    }

    /** A hump of one letter makes no name of several words: {@code OAuth}, {@code IPv6}. */
    private static long humps(String word) {
        var parted = word.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replaceAll("([A-Z])([A-Z][a-z])", "$1 $2");
        return Arrays.stream(parted.split(" "))
                .filter(hump -> hump.length() > 1)
                .count();
    }

    /** As product names do that are no alerts: {@code PostgreSQL}, {@code RabbitMQ}. */
    private static boolean endsInCapitals(String word) {
        return word.matches(".*[A-Z]{2}") && humps(word) == 2;
    }
}
