package dev.handrail.intake.door;

import com.google.re2j.Pattern;
import java.time.Duration;
import java.util.Optional;

/** So many calls in a time: {@code 100/s}, {@code 600/m}, {@code 10000/h}. All of them may come at once. */
public record Rate(int calls, Duration per) {
    public static final String WANTED = "calls in a time, such as 100/s, 600/m or 10000/h";

    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,6})/([smh])");

    public static Optional<Rate> parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        var per = switch (form.group(2)) {
            case "s" -> Duration.ofSeconds(1);
            case "m" -> Duration.ofMinutes(1);
            default -> Duration.ofHours(1);
        };
        return Optional.of(new Rate(Integer.parseInt(form.group(1)), per));
    }
}
