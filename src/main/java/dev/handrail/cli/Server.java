package dev.handrail.cli;

import dev.handrail.cli.setup.CannotStartException;
import dev.handrail.cli.setup.Configuration;
import dev.handrail.cli.setup.JdbcProbe;
import dev.handrail.cli.setup.ServerSettings;
import dev.handrail.platform.access.Credential;
import dev.handrail.platform.access.Credentials;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Handrail while it runs: started with settings that have been checked, stopped by SIGTERM or Ctrl-C. */
final class Server {
    private final ServerSettings settings;
    private final PrintWriter out;

    Server(ServerSettings settings, PrintWriter out) {
        this.settings = settings;
        this.out = out;
    }

    /** Says what whoever started Handrail should know. */
    @FunctionalInterface
    interface Greeting {
        /** @param made the secrets that were made at this start; never to be had again */
        String say(ApplicationContext context, Map<Credential, String> made);
    }

    /** Runs until the process is told to stop. */
    void run(Map<String, Object> properties, Greeting greeting) throws InterruptedException {
        checkPort();
        JdbcProbe.open(settings.database());
        var context = Configuration.builder(properties).build();
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(context, stopped), "stop"));
        context.start();
        // Printed before anything else can fail: a secret that was stored and not shown would be lost.
        out.println(greeting.say(context, context.getBean(Credentials.class).takeMade()));
        out.flush();
        context.getBean(EmbeddedServer.class).start();
        out.println("Listening on " + settings.url() + " (port " + settings.port() + "). Ctrl-C stops it.");
        out.flush();
        stopped.await();
    }

    private void checkPort() {
        try (var probe = new ServerSocket(settings.port(), 1, InetAddress.getByName(settings.host()))) {
            probe.setReuseAddress(true);
        } catch (IOException e) {
            throw new CannotStartException(
                    "Cannot listen on %s, port %d (%s); stop whatever uses it, or set MICRONAUT_SERVER_PORT to another."
                            .formatted(settings.host(), settings.port(), e.getMessage()),
                    e);
        }
    }

    private static void stop(ApplicationContext context, CountDownLatch stopped) {
        context.stop();
        stopped.countDown();
    }
}
