package dev.handrail.cli.author;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.cli.setup.CannotStartException;
import dev.handrail.cli.setup.Configuration;
import dev.handrail.platform.Json;
import dev.handrail.runbook.Revision;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code handrail drill}: begins a drill in a Handrail that runs. */
@Command(
        name = "drill",
        mixinStandardHelpOptions = true,
        description = {
            "Begins a drill of a runbook in a running Handrail: a walk in Slack on a made-up alert.",
            "It is marked as a drill wherever it is shown, pages nobody, counts in no figure, and is recorded with its date."
                    + " Drafts can be drilled too."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:the drill has begun; the incident's address is printed",
            " 1:Handrail refused: no such runbook, a retired one, or a wrong token",
            " 2:it could not begin: a wrong argument, no token, or no Handrail at the address"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  handrail drill order-export-stuck",
            "  handrail drill runbooks/order-export-stuck.md --label order_id=100000042",
            "  HANDRAIL_API_TOKEN=... handrail drill order-export-stuck --url https://handrail.example.org",
            ""
        })
public final class DrillCommand implements Callable<Integer> {
    private static final int REFUSED = 1;
    private static final int CREATED = 201;
    private static final int SHORTEST_TOKEN = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private CommandSpec spec;

    @Parameters(paramLabel = "RUNBOOK", description = "its id, or its path in the library")
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private String runbook;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "where Handrail runs; default: HANDRAIL_URL, else http://localhost:8080")
    private @Nullable URI url;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description =
                    "the API token; default: HANDRAIL_API_TOKEN or the file that HANDRAIL_API_TOKEN_FILE names, which no list of processes shows")
    private @Nullable String token;

    @Option(
            names = "--label",
            paramLabel = "NAME=VALUE",
            description = "a label of the made-up alert; may be given again")
    private Map<String, String> labels = new TreeMap<>();

    @Override
    public Integer call() {
        var settings = Configuration.read();
        var here = url != null ? url : settings.url("handrail.url").orElse(URI.create("http://localhost:8080"));
        var secret = Optional.ofNullable(token).or(() -> settings.secret("handrail.api.token", SHORTEST_TOKEN));
        settings.check();
        if (secret.isEmpty()) {
            throw new CannotStartException("No API token was found; wanted --token, HANDRAIL_API_TOKEN or"
                    + " HANDRAIL_API_TOKEN_FILE with the one that 'handrail serve' or 'handrail demo' printed");
        }
        return say(here, ask(here, secret.get()));
    }

    private HttpResponse<String> ask(URI here, String secret) {
        try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var request = HttpRequest.newBuilder(drills(here))
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + secret)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(Json.write(Map.of("runbook", runbook, "labels", labels))))
                    .build();
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new CannotStartException(
                    "No Handrail answers at %s (%s); wanted the address of a running one, with --url or HANDRAIL_URL"
                            .formatted(here, e instanceof ConnectException ? "nothing listens there" : e.toString()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStartException("Stopped before Handrail answered; it may have begun the drill", e);
        }
    }

    private static URI drills(URI here) {
        var scheme = String.valueOf(here.getScheme());
        if (!scheme.matches("https?") || here.getHost() == null) {
            throw new CannotStartException(
                    "'%s' is no address of a Handrail; wanted http or https, for instance http://localhost:8080"
                            .formatted(here));
        }
        return URI.create(here.toString().replaceFirst("/+$", "") + "/v1/drills");
    }

    private int say(URI here, HttpResponse<String> answer) {
        var said = said(here, answer);
        if (answer.statusCode() != CREATED) {
            spec.commandLine()
                    .getErr()
                    .println("Handrail at %s began no drill (status %d): %s"
                            .formatted(
                                    here,
                                    answer.statusCode(),
                                    said.path("error").asText("it did not say why")));
            return REFUSED;
        }
        var out = spec.commandLine().getOut();
        out.println("The drill of %s has begun as incident #%d, revision %s. It pages nobody."
                .formatted(
                        said.path("runbook").asText(),
                        said.path("id").asLong(),
                        new Revision(said.path("runbook_revision").asText()).abbreviated()));
        out.println(said.path("url").asText());
        return 0;
    }

    private static JsonNode said(URI here, HttpResponse<String> answer) {
        try {
            return Json.tree(answer.body());
        } catch (IllegalArgumentException e) {
            throw new CannotStartException(
                    "What answers at %s is no Handrail: status %d, and a body that is %s"
                            .formatted(here, answer.statusCode(), e.getMessage()),
                    e);
        }
    }
}
