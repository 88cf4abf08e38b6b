package dev.handrail.runbook.git;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Assumptions;

/** git's own {@code http-backend} behind HTTP and Basic authentication. Skips the test where there is no git. */
final class GitHttp implements AutoCloseable {
    private final HttpServer server;
    private final Path root;
    private final Optional<String> token;

    private GitHttp(HttpServer server, Path root, Optional<String> token) {
        this.server = server;
        this.root = root;
        this.token = token;
    }

    /** @param root the folder that the repositories are in */
    static GitHttp serve(Path root, Optional<String> token) {
        Assumptions.assumeTrue(hasGit(), "git http-backend is not on this machine");
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var http = new GitHttp(server, root, token);
            server.createContext("/", http::answer);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return http;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + path;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static boolean hasGit() {
        try {
            return new ProcessBuilder("git", "http-backend", "-h")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .onExit()
                    .thenApply(_ -> true)
                    .join();
        } catch (IOException _) {
            return false;
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (token.isPresent() && !isLetIn(exchange, token.get())) {
                exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"git\"");
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            var process = backend(exchange).start();
            try (var in = process.getOutputStream()) {
                exchange.getRequestBody().transferTo(in);
            }
            relay(exchange, process.getInputStream().readAllBytes());
        }
    }

    private static boolean isLetIn(HttpExchange exchange, String token) {
        var wanted = Base64.getEncoder().encodeToString(("x-access-token:" + token).getBytes(StandardCharsets.UTF_8));
        return ("Basic " + wanted).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private ProcessBuilder backend(HttpExchange exchange) {
        var builder = new ProcessBuilder(List.of("git", "http-backend")).redirectError(ProcessBuilder.Redirect.DISCARD);
        var headers = exchange.getRequestHeaders();
        var environment = builder.environment();
        environment.put("GIT_PROJECT_ROOT", root.toString());
        environment.put("GIT_HTTP_EXPORT_ALL", "1");
        environment.put("REQUEST_METHOD", exchange.getRequestMethod());
        environment.put("PATH_INFO", exchange.getRequestURI().getPath());
        environment.put(
                "QUERY_STRING",
                Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse(""));
        environment.put(
                "CONTENT_TYPE",
                Optional.ofNullable(headers.getFirst("Content-Type")).orElse(""));
        Optional.ofNullable(headers.getFirst("Content-Encoding"))
                .ifPresent(encoding -> environment.put("HTTP_CONTENT_ENCODING", encoding));
        Optional.ofNullable(headers.getFirst("Git-Protocol"))
                .ifPresent(protocol -> environment.put("GIT_PROTOCOL", protocol));
        return builder;
    }

    /** CGI: headers, an empty line, the body. */
    private static void relay(HttpExchange exchange, byte[] answer) throws IOException {
        var text = new String(answer, StandardCharsets.ISO_8859_1);
        var end = text.indexOf("\r\n\r\n");
        var status = 200;
        for (var line : text.substring(0, end).split("\r\n")) {
            var colon = line.indexOf(':');
            var value = line.substring(colon + 1).strip();
            if (line.startsWith("Status:")) {
                status = Integer.parseInt(value.substring(0, 3));
            } else {
                exchange.getResponseHeaders().add(line.substring(0, colon), value);
            }
        }
        var from = end + 4;
        exchange.sendResponseHeaders(status, answer.length == from ? -1 : answer.length - from);
        exchange.getResponseBody().write(answer, from, answer.length - from);
    }
}
