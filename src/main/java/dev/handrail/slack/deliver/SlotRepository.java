package dev.handrail.slack.deliver;

import dev.handrail.slack.gateway.Outcome;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What of each incident stands where in Slack. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SlotRepository extends GenericRepository<SlotRepository.Row, Long> {
    /**
     * @param channel where it is posted: Slack's id once it is; absent for where the slot says
     * @param ts the message; absent until it is known
     * @param content hash of the message that the slot was last settled with, or that is intended
     * @param intentAt since when a post may have happened that nobody has seen the answer of
     * @param slackProblem what Slack refused for good, and so moved or left the slot
     */
    @MappedEntity("slack_slot")
    record Row(
            @Id @GeneratedValue @Nullable Long id,
            long incidentId,
            String slot,
            @Nullable String channel,
            @Nullable String ts,
            @Nullable String content,
            @Nullable Instant intentAt,
            @Nullable String slackProblem) {

        static Row of(long incident, String slot) {
            return new Row(null, incident, slot, null, null, null, null, null);
        }

        /** Returns the row while a post of {@code hash} to {@code target} is under way. */
        Row intending(String target, String hash, Instant at) {
            return new Row(id, incidentId, slot, target, null, hash, at, slackProblem);
        }

        /** Returns the row of a message that is there after all; it holds what was intended. */
        Row found(Outcome.Sent sent) {
            return new Row(id, incidentId, slot, sent.channel(), sent.ts(), content, null, slackProblem);
        }

        Row shown(Outcome.Sent sent, String hash) {
            return new Row(id, incidentId, slot, sent.channel(), sent.ts(), hash, null, slackProblem);
        }

        /** Returns the row of a post that did not happen. */
        Row unsent() {
            return new Row(id, incidentId, slot, channel, null, null, null, slackProblem);
        }

        /** Returns the row of a slot that is to be posted anew, where {@code target} says. */
        Row moved(@Nullable String target, String problem) {
            return new Row(id, incidentId, slot, target, null, null, null, problem);
        }

        /** Returns the row of a slot that is left as it is until its content changes. */
        Row givenUp(String hash, String problem) {
            return new Row(id, incidentId, slot, channel, ts, hash, null, problem);
        }

        boolean isIntent() {
            return intentAt != null;
        }

        Optional<Outcome.Sent> message() {
            return channel == null || ts == null ? Optional.empty() : Optional.of(new Outcome.Sent(channel, ts));
        }

        boolean isSettledWith(String hash) {
            return hash.equals(content);
        }
    }

    Row save(Row row);

    Row update(Row row);

    @Query("select * from slack_slot where incident_id = :incidentId")
    List<Row> of(long incidentId);

    @Query("select * from slack_slot where ts = :ts and channel = :channel and slot = :slot")
    Optional<Row> at(String channel, String ts, String slot);

    @Query("select * from slack_slot where slack_problem is not null order by id desc limit :limit")
    List<Row> refused(int limit);

    @Query("select * from slack_slot where incident_id = :incidentId and slack_problem is not null order by id")
    List<Row> refusedOf(long incidentId);
}
