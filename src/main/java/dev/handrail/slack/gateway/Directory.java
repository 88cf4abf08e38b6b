package dev.handrail.slack.gateway;

import dev.handrail.incident.Person;
import dev.handrail.slack.text.Harmless;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What people are called whom somebody else names: Slack sends only their ids. Asked once for each. */
@Singleton
@Requires(bean = SlackGateway.class)
public final class Directory {
    private static final int NAME = 80;

    private final SlackGateway slack;
    private final Map<String, Person> known = new ConcurrentHashMap<>();

    Directory(SlackGateway slack) {
        this.slack = slack;
    }

    /** Returns somebody by name; by their id, where Slack does not say. */
    public Person person(String id) {
        var found = known.get(id);
        return found == null ? ask(id) : found;
    }

    private Person ask(String id) {
        var name = slack.name(id).map(said -> Harmless.line(said, NAME));
        var person = new Person(id, name.orElse(id));
        if (name.isPresent()) {
            known.put(id, person);
        }
        return person;
    }
}
