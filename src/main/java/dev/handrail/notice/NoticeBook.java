package dev.handrail.notice;

import dev.handrail.ownership.OwnerId;
import dev.handrail.platform.Json;
import dev.handrail.platform.Text;
import dev.handrail.platform.Transactions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All notices, durable. What holds is told once, whoever finds out and however often; what no longer holds is settled, and its
 * message then says so.
 */
@Singleton
public final class NoticeBook {
    private final NoticeRepository notices;
    private final EntryRepository entries;
    private final Transactions transactions;
    private final InstantSource clock;

    NoticeBook(NoticeRepository notices, EntryRepository entries, Transactions transactions, InstantSource clock) {
        this.notices = notices;
        this.entries = entries;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Brings the notices of a topic in line with what holds: settles what is over, and makes one notice for each owner of all that
     * is new. Returns how many notices were made. Two replicas may do so at once.
     */
    public int reconcile(Topic topic, List<Owed> owed) {
        return transactions.writeAgainOnConflict(() -> {
            var open = entries.open(topic.name()).stream()
                    .collect(Collectors.toMap(row -> Objects.requireNonNull(row.openKey()), Function.identity()));
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            var holding = owed.stream().map(one -> one.matter().key()).collect(Collectors.toSet());
            open.forEach((key, row) -> {
                if (!holding.contains(key)) {
                    settle(row, now);
                }
            });
            var fresh = new LinkedHashMap<OwnerId, Map<String, Matter>>();
            owed.stream()
                    .filter(one -> !open.containsKey(one.matter().key()))
                    .forEach(one -> fresh.computeIfAbsent(one.owner(), _ -> new LinkedHashMap<>())
                            .put(one.matter().key(), one.matter()));
            fresh.keySet().removeIf(owner -> isTooEarly(topic, owner, now));
            fresh.forEach((owner, matters) -> make(topic, owner, matters, now));
            return fresh.size();
        });
    }

    /** Returns the notices that Slack may not show as they are, the longest waiting first. */
    public List<Notice> undelivered(int limit) {
        return transactions.read(
                () -> notices.dirty(limit).stream().map(this::notice).toList());
    }

    /** Notes that Slack shows a notice as it was read; nothing, if it has changed since. */
    public void delivered(Notice notice) {
        notice.dirtySince().ifPresent(since -> transactions.run(() -> notices.clean(notice.id(), since)));
    }

    private void settle(EntryRepository.Row row, Instant now) {
        entries.settle(Objects.requireNonNull(row.id()), now);
        notices.soil(row.noticeId(), now);
    }

    private boolean isTooEarly(Topic topic, OwnerId owner, Instant now) {
        return notices.newest(topic.name(), owner.value())
                .filter(newest -> newest.madeAt().plus(topic.apart()).isAfter(now))
                .isPresent();
    }

    private void make(Topic topic, OwnerId owner, Map<String, Matter> matters, Instant now) {
        var notice = notices.save(new NoticeRepository.Row(null, topic.name(), owner.value(), now, now));
        var id = Objects.requireNonNull(notice.id());
        matters.forEach((key, matter) ->
                entries.save(new EntryRepository.Row(null, id, key, Text.storable(Json.write(matter)), null)));
    }

    private Notice notice(NoticeRepository.Row row) {
        var id = Objects.requireNonNull(row.id());
        return new Notice(
                id,
                Topic.valueOf(row.topic()),
                new OwnerId(row.owner()),
                row.madeAt(),
                Optional.ofNullable(row.dirtySince()),
                entries.of(id).stream()
                        .map(entry -> new Notice.Entry(
                                Json.read(entry.body(), Matter.class), Optional.ofNullable(entry.settledAt())))
                        .toList());
    }
}
