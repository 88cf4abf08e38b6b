package dev.handrail.slack.notice;

import dev.handrail.slack.gateway.Outcome;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What of each notice stands where in Slack. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface NoticeSlotRepository extends GenericRepository<NoticeSlotRepository.Row, Long> {
    /**
     * @param contact whom or where it was to be sent
     * @param channel where it is posted: Slack's id once it is
     * @param content hash of the message that it was last settled with
     * @param intentAt since when a post may have happened that nobody has seen the answer of
     * @param slackProblem what Slack refused for good
     */
    @MappedEntity("slack_notice")
    record Row(
            @Id @GeneratedValue @Nullable Long id,
            long noticeId,
            String contact,
            @Nullable String channel,
            @Nullable String ts,
            @Nullable String content,
            @Nullable Instant intentAt,
            @Nullable String slackProblem) {

        static Row intending(long notice, String contact, Instant at) {
            return new Row(null, notice, contact, contact, null, null, at, null);
        }

        /** Returns the row while a post to {@code target} is under way. */
        Row trying(String target, Instant at) {
            return new Row(id, noticeId, contact, target, null, null, at, slackProblem);
        }

        /** Returns the row of a message that stands there. */
        Row shown(Outcome.Sent sent, @Nullable String hash) {
            return new Row(id, noticeId, contact, sent.channel(), sent.ts(), hash, null, slackProblem);
        }

        /** Returns the row of a post that did not happen. */
        Row unsent() {
            return new Row(id, noticeId, contact, channel, null, null, null, slackProblem);
        }

        /** Returns the row of what is to be posted elsewhere. */
        Row moved(String target, String problem) {
            return new Row(id, noticeId, contact, target, null, null, null, problem);
        }

        /** Returns the row of a message that is left as it is until it is to say something else. */
        Row givenUp(String hash, String problem) {
            return new Row(id, noticeId, contact, channel, ts, hash, null, problem);
        }

        Optional<Outcome.Sent> message() {
            return channel == null || ts == null ? Optional.empty() : Optional.of(new Outcome.Sent(channel, ts));
        }
    }

    Row save(Row row);

    Row update(Row row);

    @Query("select * from slack_notice where notice_id = :noticeId and contact = :contact")
    Optional<Row> find(long noticeId, String contact);
}
