package dev.handrail.cli.author;

import dev.handrail.cli.setup.Remote;
import java.net.URI;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code handrail draft}: the runbook that a Handrail that runs drafts from an incident. */
@Command(
        name = "draft",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the runbook that a running Handrail drafts from an incident which no runbook was known for.",
            "What lint says of it goes to standard error. Nothing changes by itself: read it, mend it, commit it."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:the draft is printed",
            " 1:there is none: no such incident, one with a runbook, or a wrong token",
            " 2:it could not begin: a wrong argument, no token, or no Handrail at the address"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  handrail draft 42 > runbooks/stock-feed-late.md",
            "  handrail draft 42 --patch | git apply --directory=runbooks",
            ""
        })
public final class DraftCommand implements Callable<Integer> {
    private static final int REFUSED = 1;
    private static final int OK = 200;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private CommandSpec spec;

    @Parameters(paramLabel = "INCIDENT", description = "its number")
    private long incident;

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

    @Option(names = "--patch", description = "print what git apply takes in the library's folder instead of the file")
    private boolean patch;

    @Override
    public Integer call() {
        var remote = Remote.of(url, token);
        var answer = remote.get("/v1/incidents/" + incident + "/draft");
        var err = spec.commandLine().getErr();
        if (answer.status() != OK) {
            err.println("Handrail at %s has no draft (status %d): %s"
                    .formatted(remote.url(), answer.status(), answer.error()));
            return REFUSED;
        }
        var draft = answer.body();
        spec.commandLine()
                .getOut()
                .print(draft.path(patch ? "patch" : "markdown").asText());
        spec.commandLine().getOut().flush();
        for (var problem : draft.path("problems")) {
            err.println("%s:%d:%d: %s: found %s; wanted %s"
                    .formatted(
                            draft.path("path").asText(),
                            problem.path("line").asInt(),
                            problem.path("column").asInt(),
                            problem.path("rule").asText(),
                            problem.path("found").asText(),
                            problem.path("wanted").asText()));
        }
        if (!draft.path("decisive").asBoolean()) {
            err.println("With this file the next such alert would not be walked with it: mend match by hand.");
        }
        return 0;
    }
}
