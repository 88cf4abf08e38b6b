package dev.handrail.intake.translate;

import com.google.re2j.Pattern;
import dev.handrail.platform.Text;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Times as senders write them. One without an offset is in UTC. */
public final class Times {
    /** Times outside are a sender's mistake, and some are more than a database can hold. */
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,19}(\\.[0-9]{1,9})?([eE]\\+?[0-9]{1,2})?");

    /** Of all these at once, and with or without an offset: AWS writes {@code +0000}, Python a space, Zabbix dots. */
    private static final DateTimeFormatter DIGITS = new DateTimeFormatterBuilder()
            .appendPattern("[yyyy-MM-dd][yyyy.MM.dd][yyyy/MM/dd]['T']['t'][' ']HH:mm[:ss]")
            .appendOptional(new DateTimeFormatterBuilder()
                    .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                    .toFormatter(Locale.ROOT))
            .appendPattern("[' '][XXX][XX][X]['UTC']['GMT']")
            .toFormatter(Locale.ROOT);

    private static final List<DateTimeFormatter> WORDS = List.of(
            DateTimeFormatter.RFC_1123_DATE_TIME,
            DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss[ zzz] yyyy", Locale.ENGLISH),
            DateTimeFormatter.ofPattern("EEE MMM d yyyy HH:mm:ss[ zzz]", Locale.ENGLISH));

    private Times() {}

    /** Returns the time; empty for what senders write when there is none yet: nothing, zero, year 1. */
    public static Optional<Instant> parse(String sent) throws UntranslatableException {
        var text = sent.strip();
        if (text.isEmpty() || text.startsWith("0001-") || text.equals("0") || text.equals("null")) {
            return Optional.empty();
        }
        var at = isUsual(text) || !NUMBER.matches(text) ? ofWords(text) : ofEpoch(new BigDecimal(text));
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
            throw new UntranslatableException(refusal(text));
        }
        return Optional.of(at);
    }

    /** Seconds, milliseconds, microseconds or nanoseconds: for any time since 1973 the size of the number tells which. */
    private static Instant ofEpoch(BigDecimal number) {
        var digits = number.abs().toBigInteger().toString().length();
        var nanos = number.movePointRight(digits <= 11 ? 9 : digits <= 14 ? 6 : digits <= 17 ? 3 : 0)
                .setScale(0, RoundingMode.DOWN)
                .toBigInteger()
                .divideAndRemainder(BigInteger.valueOf(1_000_000_000));
        return nanos[0].bitLength() < 40
                ? Instant.ofEpochSecond(nanos[0].longValue(), nanos[1].longValue())
                : Instant.MAX;
    }

    private static Instant ofWords(String text) throws UntranslatableException {
        try {
            return isUsual(text) ? OffsetDateTime.parse(text).toInstant() : instant(DIGITS, text);
        } catch (DateTimeParseException first) {
            for (var form : WORDS) {
                try {
                    return instant(form, text);
                } catch (DateTimeParseException next) {
                    first.addSuppressed(next);
                }
            }
            throw new UntranslatableException(refusal(text), first);
        }
    }

    /** 2026-11-21T02:14:05.123Z or +01:00, which is read several times as fast on its own. */
    private static boolean isUsual(String text) {
        return text.length() > 19
                && text.charAt(10) == 'T'
                && (text.endsWith("Z")
                        || (text.charAt(text.length() - 3) == ':'
                                && "+-".indexOf(text.charAt(text.length() - 6)) >= 0));
    }

    private static Instant instant(DateTimeFormatter form, String text) {
        var parsed = form.parseBest(text, ZonedDateTime::from, OffsetDateTime::from, LocalDateTime::from);
        return switch (parsed) {
            case ZonedDateTime zoned -> zoned.toInstant();
            case OffsetDateTime offset -> offset.toInstant();
            default -> LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC);
        };
    }

    private static String refusal(String text) {
        return "found '%s', wanted a time like 2026-11-21T02:14:05Z".formatted(shortened(text));
    }

    private static String shortened(String text) {
        return Text.storable(text.length() <= 40 ? text : text.substring(0, 40) + "…");
    }
}
