package dev.handrail.slack.actor;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.handrail.incident.Person;
import dev.handrail.runbook.current.CurrentLibrary;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
    private static final Duration KNOWN_FOR = Duration.ofMinutes(5);
    private static final Duration FAILED_FOR = Duration.ofSeconds(10);

    /** A modal has to be opened 3 s after the press. */
    private static final Duration PATIENCE = Duration.ofMillis(1200);

    private final Profiles profiles;
    private final ActorSettings settings;
    private final CurrentLibrary libraries;
    private final Cache<String, Standing> known = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(KNOWN_FOR)
            .build();
    private final Cache<String, Standing> before =
            Caffeine.newBuilder().maximumSize(10_000).build();
    private final Cache<String, Standing> failed = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(FAILED_FOR)
            .build();
    private final Map<String, Long> askedAt = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Actors(Profiles profiles, ActorSettings settings, CurrentLibrary libraries) {
        this.profiles = profiles;
        this.settings = settings;
        this.libraries = libraries;
    }

    /**
     * Returns what somebody is; empty while Slack is being asked.
     *
     * @param elsewhere whether what they asked came from another workspace
     * @param then called once Slack has answered
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
        return Optional.ofNullable(known.getIfPresent(by.id()))
                .or(() -> Optional.ofNullable(failed.getIfPresent(by.id())))
                .or(() -> asked(by.id(), then));
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
        var now = System.nanoTime();
        var since = askedAt.putIfAbsent(id, now);
        if (since == null) {
            threads.execute(() -> ask(id, then));
            return Optional.empty();
        }
        return now - since < PATIENCE.toNanos() ? Optional.empty() : Optional.of(lastKnown(id));
    }

    private void ask(String id, Runnable then) {
        try {
            var standing = profiles.ask(id);
            known.put(id, standing);
            before.put(id, standing);
        } catch (Profiles.UnansweredException | RuntimeException e) {
            LOG.warn("Slack does not say what {} is; going by what it said before, if it did: {}", id, e.toString());
            failed.put(id, lastKnown(id));
        } finally {
            askedAt.remove(id);
            then.run();
        }
    }

    private Standing lastKnown(String id) {
        return Optional.ofNullable(before.getIfPresent(id)).orElse(Standing.UNCLEAR);
    }

    @Override
    @PreDestroy
    public void close() {
        threads.shutdownNow();
    }
}
