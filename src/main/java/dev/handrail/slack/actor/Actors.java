package dev.handrail.slack.actor;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.handrail.incident.Person;
import dev.handrail.runbook.current.CurrentLibrary;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows what people are, without holding anybody up: Slack is asked on threads of its own, once for each in some minutes. Whom
 * owners.yml names may act without asking: Handrail itself calls them.
 */
@Singleton
@Requires(bean = Profiles.class)
public final class Actors implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Actors.class);

    /** A modal has to be opened 3 s after the press. */
    private static final Duration PATIENCE = Duration.ofMillis(1200);

    private final Profiles profiles;
    private final ActorSettings settings;
    private final CurrentLibrary libraries;
    private final Answers answers;
    private final Duration patience;
    private final Map<String, CompletableFuture<Standing>> questions = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @Inject
    Actors(Profiles profiles, ActorSettings settings, CurrentLibrary libraries) {
        this(profiles, settings, libraries, new Answers(Ticker.systemTicker()), PATIENCE);
    }

    Actors(Profiles profiles, ActorSettings settings, CurrentLibrary libraries, Answers answers, Duration patience) {
        this.profiles = profiles;
        this.settings = settings;
        this.libraries = libraries;
        this.answers = answers;
        this.patience = patience;
    }

    /**
     * Returns what somebody is; empty while Slack is being asked, and what it said before does not do.
     *
     * @param elsewhere whether what they asked came from another workspace
     * @param then called once Slack has answered, or has been waited for long enough
     */
    public Optional<Standing> standing(Person by, boolean elsewhere, Runnable then) {
        if (isCalled(by)) {
            return Optional.of(Standing.MAY);
        }
        if (elsewhere && !settings.guestsAct()) {
            return Optional.of(Standing.ELSEWHERE);
        }
        if (!settings.asksSlack()) {
            return Optional.of(Standing.MAY);
        }
        return answers.current(by.id()).or(() -> asked(by.id(), then));
    }

    /** Returns what somebody was when Slack was last asked, however long ago. */
    public Standing lastKnown(Person by) {
        return answers.last(by.id());
    }

    /** Says whether only some may act: then whoever is not known to be one of them may not. */
    public boolean isClosed() {
        return !settings.responders().isEmpty();
    }

    private boolean isCalled(Person by) {
        return libraries.library().catalogue().people().values().stream()
                .anyMatch(mate -> mate.slackUser().filter(by.id()::equals).isPresent());
    }

    private Optional<Standing> asked(String id, Runnable then) {
        var question = questions.computeIfAbsent(id, this::begin);
        var counts = answers.meanwhile(id);
        if (counts.isPresent()) {
            return counts;
        }
        if (question.isDone()) {
            return Optional.of(question.join());
        }
        var _ = question.thenRun(then);
        return Optional.empty();
    }

    /** Once it has taken too long, what was known before is its answer. */
    private CompletableFuture<Standing> begin(String id) {
        var question = new CompletableFuture<Standing>()
                .completeOnTimeout(answers.last(id), patience.toMillis(), TimeUnit.MILLISECONDS);
        threads.execute(() -> ask(id, question));
        return question;
    }

    private void ask(String id, CompletableFuture<Standing> question) {
        try {
            answers.note(id, profiles.ask(id));
        } catch (Profiles.UnansweredException | RuntimeException e) {
            LOG.warn("Slack does not say what {} is; going by what it said before, if it did: {}", id, e.toString());
            answers.noteFailure(id);
        } finally {
            questions.remove(id);
            question.complete(answers.last(id));
        }
    }

    @Override
    @PreDestroy
    public void close() {
        threads.shutdownNow();
    }
}
