package dev.handrail.cli.author;

import dev.handrail.cli.setup.Remote;
import dev.handrail.runbook.Revision;
import java.net.URI;
import java.util.Map;
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
        var remote = Remote.of(url, token);
        var answer = remote.post("/v1/drills", Map.of("runbook", runbook, "labels", labels));
        if (answer.status() != CREATED) {
            spec.commandLine()
                    .getErr()
                    .println("Handrail at %s began no drill (status %d): %s"
                            .formatted(remote.url(), answer.status(), answer.error()));
            return REFUSED;
        }
        var said = answer.body();
        var out = spec.commandLine().getOut();
        out.println("The drill of %s has begun as incident #%d, revision %s. It pages nobody."
                .formatted(
                        said.path("runbook").asText(),
                        said.path("id").asLong(),
                        new Revision(said.path("runbook_revision").asText()).abbreviated()));
        out.println(said.path("url").asText());
        return 0;
    }
}
