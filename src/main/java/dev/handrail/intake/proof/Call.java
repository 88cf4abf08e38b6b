package dev.handrail.intake.proof;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.platform.Json;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A delivery as it came, before anybody believes it. */
public final class Call {
    private final Outside outside;
    private final byte[] body;
    private final InetAddress from;
    private final Instant at;
    private @Nullable JsonNode tree;

    /** @param from whoever sent it, past the proxies that are ours */
    @SuppressWarnings("ArrayIsStoredDirectly") // megabytes, and nobody changes them
    public Call(Outside outside, byte[] body, InetAddress from, Instant at) {
        this.outside = outside;
        this.body = body;
        this.from = from;
        this.at = at;
    }

    /** What stands around the body. */
    public interface Outside {
        /** Returns a header's value, whatever the case of its name. */
        Optional<String> header(String name);

        /** Returns the value of a parameter of the address. */
        Optional<String> parameter(String name);
    }

    public Optional<String> header(String name) {
        return outside.header(name);
    }

    public Optional<String> parameter(String name) {
        return outside.parameter(name);
    }

    /** Returns the bytes that came. Not a copy: they are to be read only. */
    @SuppressWarnings("MethodReturnsInternalArray")
    public byte[] body() {
        return body;
    }

    public InetAddress from() {
        return from;
    }

    public Instant at() {
        return at;
    }

    /**
     * Returns the body as JSON, which is read once.
     *
     * @throws IllegalArgumentException if it is not JSON, naming the first thing wrong and where
     */
    public JsonNode json() {
        var known = tree;
        if (known == null) {
            known = Json.tree(body);
            tree = known;
        }
        return known;
    }

    /** Returns the same call, unread: what its JSON was made into is left behind. */
    public Call again() {
        return new Call(outside, body, from, at);
    }

    /** Returns the body as JSON; empty if it is not JSON. */
    public Optional<JsonNode> jsonIfAny() {
        try {
            return Optional.of(json());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
