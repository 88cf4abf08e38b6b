package dev.handrail.ownership.maintenance;

import com.google.re2j.Pattern;
import dev.handrail.platform.source.YamlValue;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The days on which a window begins, as its author says it: {@code Sunday}, {@code 1st}, {@code last Friday}. */
public sealed interface Day {
    String WANTED =
            "day, weekday, weekend, a day such as Sunday, a date such as 1st or last day, or both: 2nd Tuesday, last"
                    + " Sunday";

    Pattern NAME = Pattern.compile("([Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur|[Ss]un)day");
    Pattern DATE = Pattern.compile("([1-9]|[12][0-9]|3[01])(st|nd|rd|th)");
    Pattern NTH = Pattern.compile("(1st|2nd|3rd|4th|5th|last) (.+)");

    boolean falls(LocalDate date);

    /** Some days of every week. */
    record OfWeek(Set<DayOfWeek> days) implements Day {
        public OfWeek {
            days = Set.copyOf(days);
        }

        @Override
        public boolean falls(LocalDate date) {
            return days.contains(date.getDayOfWeek());
        }
    }

    /** A date of every month that has it. */
    record OfMonth(int number) implements Day {
        @Override
        public boolean falls(LocalDate date) {
            return date.getDayOfMonth() == number;
        }
    }

    /** The last date of every month. */
    record LastOfMonth() implements Day {
        @Override
        public boolean falls(LocalDate date) {
            return date.getDayOfMonth() == date.lengthOfMonth();
        }
    }

    /**
     * One such day of every month that has it.
     *
     * @param number from 1; -1 is the last
     */
    record Nth(int number, DayOfWeek day) implements Day {
        @Override
        public boolean falls(LocalDate date) {
            var found = date.with(TemporalAdjusters.dayOfWeekInMonth(number, day));
            return found.equals(date);
        }
    }

    /** Reads the days of a list, or of one text alone; what means no day is noted. */
    static List<Day> read(YamlValue value) {
        var days = new ArrayList<Day>();
        var texts = value.isList() ? value.list() : List.of(value);
        if (texts.isEmpty()) {
            value.refuse("bad-value", WANTED);
        }
        for (var text : texts) {
            text.text()
                    .ifPresent(
                            words -> parse(words).ifPresentOrElse(days::add, () -> text.refuse("bad-value", WANTED)));
        }
        return days;
    }

    /** Returns the days that the words mean; empty if they mean none. */
    static Optional<Day> parse(String words) {
        return switch (words) {
            case "day" -> Optional.of(new OfWeek(EnumSet.allOf(DayOfWeek.class)));
            case "weekday" -> Optional.of(new OfWeek(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)));
            case "weekend" -> Optional.of(new OfWeek(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)));
            case "last day" -> Optional.of(new LastOfMonth());
            default -> weekday(words).<Day>map(day -> new OfWeek(Set.of(day))).or(() -> ofMonth(words));
        };
    }

    private static Optional<Day> ofMonth(String words) {
        var date = DATE.matcher(words);
        if (date.matches()) {
            return Optional.of(new OfMonth(Integer.parseInt(date.group(1))));
        }
        var nth = NTH.matcher(words);
        if (!nth.matches()) {
            return Optional.empty();
        }
        var which = nth.group(1).equals("last") ? -1 : nth.group(1).charAt(0) - '0';
        return weekday(nth.group(2)).map(day -> new Nth(which, day));
    }

    private static Optional<DayOfWeek> weekday(String name) {
        return NAME.matcher(name).matches()
                ? Optional.of(DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT)))
                : Optional.empty();
    }
}
