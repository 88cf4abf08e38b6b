package dev.handrail.preview.web;

import com.sun.net.httpserver.Headers;
import java.util.Optional;
import java.util.Set;

/**
 * Who may speak to the page's server: the page itself. Other sites that are open in the same browser can reach this machine too,
 * also under a name of their own that they let point here.
 */
record Guard(int port) {
    boolean admits(String method, Headers headers) {
        return isOurs(Optional.ofNullable(headers.getFirst("Host")))
                && (method.equals("GET") || (method.equals("POST") && isFromPage(headers)));
    }

    private boolean isOurs(Optional<String> host) {
        return host.filter(Set.of("localhost:" + port, "127.0.0.1:" + port)::contains)
                .isPresent();
    }

    /** A form of another site cannot send JSON, and its scripts say where they are from. */
    private boolean isFromPage(Headers headers) {
        var origin = Optional.ofNullable(headers.getFirst("Origin"));
        var type = Optional.ofNullable(headers.getFirst("Content-Type")).orElse("");
        return type.startsWith("application/json")
                && origin.map(from -> isOurs(Optional.of(from.replaceFirst("^http://", ""))))
                        .orElse(true);
    }
}
