package dev.handrail.intake.settings;

import dev.handrail.intake.proof.AdyenSignature;
import dev.handrail.intake.proof.Basic;
import dev.handrail.intake.proof.Bearer;
import dev.handrail.intake.proof.GrafanaSignature;
import dev.handrail.intake.proof.HeaderSignature;
import dev.handrail.intake.proof.Hmac;
import dev.handrail.intake.proof.LiveSecrets;
import dev.handrail.intake.proof.PagerDutySignature;
import dev.handrail.intake.proof.Proof;
import dev.handrail.intake.proof.QueryToken;
import dev.handrail.intake.proof.RoutingKey;
import dev.handrail.intake.proof.StripeSignature;
import dev.handrail.platform.source.Nearest;
import dev.handrail.platform.source.Problems;
import dev.handrail.platform.source.YamlMap;
import dev.handrail.platform.source.YamlValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads {@code authentication:} of a source's file. */
final class ProofReader {
    private static final Map<String, Function<LiveSecrets, Proof>> PLAIN = Map.of(
            "bearer", Bearer::new,
            "pagerduty", PagerDutySignature::new,
            "pagerduty-events", RoutingKey::of,
            "stripe", StripeSignature::new,
            "shopify", HeaderSignature::shopify,
            "sentry", HeaderSignature::sentry,
            "github", HeaderSignature::github);

    private static final Map<String, String> ALGORITHMS =
            Map.of("sha1", "HmacSHA1", "sha256", "HmacSHA256", "sha512", "HmacSHA512");
    private static final Map<String, Hmac.Encoding> ENCODINGS =
            Map.of("hex", Hmac.Encoding.HEX, "base64", Hmac.Encoding.BASE64);
    private static final Set<String> OTHERS = Set.of("basic", "hmac", "grafana", "adyen", "sns", "query", "none");

    private final SecretPlaces places;
    private final Problems problems;
    private final Function<Set<String>, Proof> sns;

    /** @param sns makes the proof that SNS sent a message, given the topics that may */
    ProofReader(SecretPlaces places, Problems problems, Function<Set<String>, Proof> sns) {
        this.places = places;
        this.problems = problems;
        this.sns = sns;
    }

    List<Proof> read(YamlMap authentication) {
        return authentication.keys().stream()
                .flatMap(kind -> authentication.get(kind).flatMap(value -> proof(kind, value)).stream())
                .toList();
    }

    private Optional<Proof> proof(String kind, YamlValue value) {
        var plain = PLAIN.get(kind);
        if (plain != null) {
            return secrets(value, Set.of()).map(plain);
        }
        return switch (kind) {
            case "basic" -> basic(value);
            case "hmac" -> hmac(value);
            case "grafana" -> grafana(value);
            case "query" -> query(value);
            case "adyen" -> adyen(value);
            case "sns" -> sns(value);
            case "none" -> value.truth().filter(yes -> yes).map(_ -> new Proof.Nothing());
            default -> {
                var known = new TreeSet<>(PLAIN.keySet());
                known.addAll(OTHERS);
                problems.error(value.at(), "unknown-authentication", "'" + kind + "'", Nearest.advice(kind, known));
                yield Optional.empty();
            }
        };
    }

    private Optional<Proof> basic(YamlValue value) {
        var user = option(value, "user");
        if (user.isEmpty()) {
            problems.error(value.at(), "missing-key", "no 'user'", "the user that the sender signs in as");
        }
        return secrets(value, Set.of("user")).flatMap(secrets -> user.map(name -> new Basic(name, secrets)));
    }

    private Optional<Proof> hmac(YamlValue value) {
        var header = option(value, "header");
        if (header.isEmpty()) {
            problems.error(value.at(), "missing-key", "no 'header'", "the header that holds the signature");
        }
        var algorithm = oneOf(value, "algorithm", ALGORITHMS, "HmacSHA256");
        var encoding = oneOf(value, "encoding", ENCODINGS, Hmac.Encoding.HEX);
        var prefix = option(value, "prefix").orElse("");
        return secrets(value, Set.of("header", "algorithm", "encoding", "prefix"))
                .flatMap(
                        secrets -> header.map(name -> new HeaderSignature(name, algorithm, encoding, prefix, secrets)));
    }

    private Optional<Proof> grafana(YamlValue value) {
        var header = option(value, "header").orElse(GrafanaSignature.HEADER);
        var time = option(value, "timestamp_header");
        return secrets(value, Set.of("header", "timestamp_header"))
                .map(secrets -> new GrafanaSignature(header, time, secrets));
    }

    private Optional<Proof> query(YamlValue value) {
        var parameter = option(value, "parameter").orElse("token");
        return secrets(value, Set.of("parameter")).map(secrets -> new QueryToken(parameter, secrets));
    }

    private Optional<Proof> adyen(YamlValue value) {
        var texts = texts(value, Set.of());
        try {
            return texts.isEmpty() ? Optional.empty() : Optional.of(new AdyenSignature(LiveSecrets.ofHex(texts)));
        } catch (IllegalArgumentException _) {
            problems.error(
                    value.at(),
                    "bad-secret",
                    "a key that is not hexadecimal",
                    "the HMAC key as Adyen's Customer Area shows it");
            return Optional.empty();
        }
    }

    /** Whoever has an account with Amazon has topics, and SNS signs for each: to let all of them in must be said. */
    private Optional<Proof> sns(YamlValue value) {
        var topics = value.isMap()
                ? value.map().map(map -> map.allowing(Set.of("topics")).texts("topics"))
                : Optional.<List<String>>empty();
        if (topics.filter(named -> !named.isEmpty()).isEmpty()) {
            problems.error(
                    value.at(),
                    "open-door",
                    "'sns' that names no topic",
                    "sns: {topics: [ARN, ...]}, or {topics: any} to let every account with Amazon in");
            return Optional.empty();
        }
        return topics.map(named -> sns.apply(named.equals(List.of("any")) ? Set.of() : Set.copyOf(named)));
    }

    private Optional<LiveSecrets> secrets(YamlValue value, Set<String> options) {
        return Optional.of(texts(value, options))
                .filter(texts -> !texts.isEmpty())
                .map(LiveSecrets::of);
    }

    /** {@code stripe: NAME} is short for {@code stripe: {secret: NAME}}, and so for {@code {file: PATH}}. */
    private List<String> texts(YamlValue value, Set<String> options) {
        if (!value.isMap() || value.map().filter(map -> map.has("file")).isPresent()) {
            return places.read(value);
        }
        var known = new TreeSet<>(options);
        known.addAll(Set.of("secret", "secrets", "password"));
        return value.map()
                .map(map -> map.allowing(known))
                .flatMap(map -> map.get("secrets")
                        .or(() -> map.get("password"))
                        .or(() -> map.require("secret", SecretPlaces.WANTED)))
                .map(places::read)
                .orElse(List.of());
    }

    private static Optional<String> option(YamlValue value, String key) {
        return value.isMap() ? value.map().flatMap(map -> map.text(key)) : Optional.empty();
    }

    private <T> T oneOf(YamlValue value, String key, Map<String, T> known, T otherwise) {
        var word = option(value, key);
        if (word.isPresent() && !known.containsKey(word.get())) {
            problems.error(
                    value.at(), "bad-value", key + " '" + word.get() + "'", Nearest.advice(word.get(), known.keySet()));
        }
        return word.flatMap(text -> Optional.ofNullable(known.get(text))).orElse(otherwise);
    }
}
