package dev.handrail.incident.silence;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.handrail.alert.LabelMatcher;
import dev.handrail.alert.Silence;
import dev.handrail.platform.Json;
import dev.handrail.platform.Text;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The silences there are and were. Every method joins the caller's transaction. */
@Singleton
public final class SilenceBook {
    private static final TypeReference<List<LabelMatcher>> MATCHERS = new TypeReference<>() {};

    private final SilenceRepository rows;

    SilenceBook(SilenceRepository rows) {
        this.rows = rows;
    }

    /** Stores a new one, and returns it with its number. */
    public Silence add(Silence silence) {
        return silence(rows.save(new SilenceRepository.Row(
                null,
                Text.storable(Json.write(silence.matchers())),
                silence.from(),
                silence.until(),
                Text.storable(silence.who()),
                Text.storable(silence.why()),
                null,
                null)));
    }

    public Optional<Silence> find(long id) {
        return rows.findById(id).map(SilenceBook::silence);
    }

    /** Returns those that cover the time {@code now}. */
    public List<Silence> active(Instant now) {
        return all(rows.active(now));
    }

    /** Returns those that are not over, also those that have not begun. */
    public List<Silence> current(Instant now) {
        return all(rows.current(now));
    }

    /** Returns those that are over, newest first. */
    public List<Silence> past(Instant now, int limit) {
        return all(rows.past(now, limit));
    }

    /** Returns false, and changes nothing, if it is over or not there. */
    public boolean end(long id, Silence.Ended ended) {
        return rows.end(id, ended.at(), Text.storable(ended.by())) > 0;
    }

    /** Ticks off those that somebody ended early before {@code time}; returns whether there was one that was not. */
    public boolean settle(Instant time) {
        return rows.settle(time) > 0;
    }

    private static List<Silence> all(List<SilenceRepository.Row> found) {
        return found.stream().map(SilenceBook::silence).toList();
    }

    private static Silence silence(SilenceRepository.Row row) {
        var ended = Optional.ofNullable(row.endedAt())
                .map(at -> new Silence.Ended(at, Objects.requireNonNull(row.endedBy(), "checked by the table")));
        return new Silence(
                Objects.requireNonNull(row.id(), "the database numbers silences"),
                Json.read(row.matchers(), MATCHERS),
                row.beginsAt(),
                row.endsAt(),
                row.who(),
                row.why(),
                ended);
    }
}
