package dev.handrail.runbook.git;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a fetch failed, in a sentence that says what to do. What it says holds no secret. */
final class FetchFault {
    private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^/@\\s]+@");
    private static final int LONGEST = 500;

    private FetchFault() {}

    static String sentence(Exception failure, GitSettings settings) {
        var said = harmless(said(failure), settings);
        return advice(said.toLowerCase(Locale.ROOT), settings)
                .map(advice -> said + "; " + advice)
                .orElse(said);
    }

    private static Optional<String> advice(String said, GitSettings settings) {
        if (said.contains("does not have") && said.contains("available for fetch")) {
            return Optional.of(settings.branch()
                    .map(name -> "the branch '" + name + "' is not there: check HANDRAIL_RUNBOOKS_BRANCH")
                    .orElse("the repository is empty, or names no default branch: set HANDRAIL_RUNBOOKS_BRANCH"));
        }
        if (Stream.of("not authorized", "authentication", "not permitted", "auth")
                .anyMatch(said::contains)) {
            return Optional.of(
                    switch (settings.access()) {
                        case Access.Open _ -> "it wants a token: set HANDRAIL_RUNBOOKS_TOKEN";
                        case Access.Token _ ->
                            "check HANDRAIL_RUNBOOKS_TOKEN: it may have expired, or may not read this";
                        case Access.SshKey _ ->
                            "check HANDRAIL_RUNBOOKS_SSH_KEY_FILE, and that the server knows the key";
                    });
        }
        if (Stream.of("server key", "host key", "known_hosts", "knownhosts").anyMatch(said::contains)) {
            return Optional.of("the server's host key is not in HANDRAIL_RUNBOOKS_KNOWN_HOSTS_FILE");
        }
        return Optional.empty();
    }

    /** The reason is often only in a cause. */
    private static String said(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(8)
                .map(cause -> cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage())
                .distinct()
                .collect(Collectors.joining(": "));
    }

    private static String harmless(String said, GitSettings settings) {
        var plain = USER_INFO.matcher(said).replaceAll("");
        var secret = settings.access() instanceof Access.Token token ? token.token() : "";
        var without = secret.isEmpty() ? plain : plain.replace(secret, "(not shown)");
        var line = without.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
