package dev.handrail.preview.web;

import com.sun.net.httpserver.HttpServer;
import dev.handrail.preview.SampleAlert;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A page on this machine, for this machine: it listens on the loopback address alone, and loads nothing from elsewhere. */
public final class PreviewServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private PreviewServer(HttpServer server) {
        this.server = server;
    }

    /**
     * Starts it.
     *
     * @param port 0 for one that is free
     * @throws IOException if the port is in use
     */
    public static PreviewServer start(Path file, SampleAlert sample, int port, InstantSource clock) throws IOException {
        var address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
        try {
            var server = new PreviewServer(HttpServer.create(address, 0));
            var desk = new Desk(file, sample);
            var guard = new Guard(server.server.getAddress().getPort());
            server.server.createContext("/", exchange -> new Visit(exchange, guard, desk, clock).answer());
            server.server.setExecutor(server.threads);
            server.server.start();
            return server;
        } catch (BindException e) {
            throw new IOException(
                    "port %d is in use; choose another with --port, or none for one that is free".formatted(port), e);
        }
    }

    public URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
