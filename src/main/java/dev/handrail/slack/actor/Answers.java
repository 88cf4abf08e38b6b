package dev.handrail.slack.actor;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;

/** What Slack has said of people, and when: an old answer is better than none. */
final class Answers {
    private static final int PEOPLE = 10_000;
    private static final Duration KNOWN_FOR = Duration.ofMinutes(5);
    private static final Duration FAILED_FOR = Duration.ofSeconds(10);

    /** Whoever might act so short a while ago holds nobody up while Slack is asked again. */
    private static final Duration TRUSTED_FOR = Duration.ofHours(1);

    private record Answer(Standing standing, long at) {}

    private final Ticker clock;
    private final Cache<String, Answer> answers =
            Caffeine.newBuilder().maximumSize(PEOPLE).build();
    private final Cache<String, Long> failures;

    Answers(Ticker clock) {
        this.clock = clock;
        this.failures = Caffeine.newBuilder()
                .maximumSize(PEOPLE)
                .expireAfterWrite(KNOWN_FOR)
                .ticker(clock)
                .build();
    }

    void note(String id, Standing standing) {
        answers.put(id, new Answer(standing, clock.read()));
        failures.invalidate(id);
    }

    void noteFailure(String id) {
        failures.put(id, clock.read());
    }

    /** Returns what is known without asking Slack; empty where it is to be asked. */
    Optional<Standing> current(String id) {
        var failed = failures.getIfPresent(id);
        return failed != null && isWithin(FAILED_FOR, failed)
                ? Optional.of(last(id))
                : within(KNOWN_FOR, id).map(Answer::standing);
    }

    /**
     * Returns what counts while Slack is being asked; empty where its answer is worth waiting for: it may let somebody in who was
     * kept out, and while Slack fails it comes for nobody.
     */
    Optional<Standing> meanwhile(String id) {
        return failures.getIfPresent(id) == null
                ? within(TRUSTED_FOR, id).map(Answer::standing).filter(Standing.MAY::equals)
                : answer(id).map(Answer::standing);
    }

    Standing last(String id) {
        return answer(id).map(Answer::standing).orElse(Standing.UNCLEAR);
    }

    private Optional<Answer> within(Duration age, String id) {
        return answer(id).filter(answer -> isWithin(age, answer.at()));
    }

    private Optional<Answer> answer(String id) {
        return Optional.ofNullable(answers.getIfPresent(id));
    }

    private boolean isWithin(Duration age, long at) {
        return clock.read() - at < age.toNanos();
    }
}
