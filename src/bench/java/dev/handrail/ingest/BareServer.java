package dev.handrail.ingest;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.Map;

/** The whole Handrail but for Slack, so that what is measured ends where an alert is stored and its clock is armed. */
final class BareServer {
    private BareServer() {}

    /** @param arguments port, JDBC URL, user, password, folder of runbooks, alert token */
    public static void main(String[] arguments) {
        ApplicationContext.builder()
                .properties(Map.of(
                        "micronaut.server.port", arguments[0],
                        "micronaut.server.host", "127.0.0.1",
                        "handrail.url", "http://localhost:" + arguments[0],
                        "datasources.default.url", arguments[1],
                        "datasources.default.username", arguments[2],
                        "datasources.default.password", arguments[3],
                        "handrail.runbooks", arguments[4],
                        "handrail.alert.token", arguments[5],
                        "handrail.api.token", arguments[5] + "-api",
                        "handrail.admin.password", "correct horse battery staple"))
                .start()
                .getBean(EmbeddedServer.class)
                .start();
    }
}
