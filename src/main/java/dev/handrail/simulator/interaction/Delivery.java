package dev.handrail.simulator.interaction;

import java.util.Optional;

/**
 * What became of something sent to the bot.
 *
 * @param status the HTTP status; 0 if there was no answer
 * @param body what the bot answered
 * @param problem what a person is told when it went wrong
 */
public record Delivery(int status, long millis, String body, Optional<String> problem) {
    public static Delivery answered(int status, long millis, String body) {
        var problem = status / 100 == 2
                ? Optional.<String>empty()
                : Optional.of("⚠️ the app answered " + status + ": try again");
        return new Delivery(status, millis, body, problem);
    }

    public static Delivery unanswered(long millis, String why) {
        return new Delivery(0, millis, "", Optional.of("⚠️ the app " + why + ": try again"));
    }

    public boolean isAccepted() {
        return problem.isEmpty();
    }
}
