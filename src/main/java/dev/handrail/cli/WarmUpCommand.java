package dev.handrail.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code handrail warm-up}: does what authors do, on a library of its own, for the launcher to let Java learn from. */
@Command(
        name = "warm-up",
        hidden = true,
        mixinStandardHelpOptions = true,
        description = "Runs the authors' commands once and says nothing: the launcher keeps what Java learns from it.")
final class WarmUpCommand implements Callable<Integer> {
    private static final String OWNERS = """
            default: team
            owners:
              team: {name: Team, contacts: [{slack_user: U1}], acknowledge_within: 5m, step_within: 5m}
            """;
    private static final String FLOWS = """
            default_channel: "#alerts"
            flows:
              a: {name: A, channel: "#a", source: S, target: T, owner: team, contract: number}
            """;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var folder = Files.createTempDirectory("handrail-warm-up");
        var file = folder.resolve("warm-up.md");
        try {
            Files.writeString(folder.resolve("owners.yml"), OWNERS);
            Files.writeString(folder.resolve("flows.yml"), FLOWS);
            run("new", "--title", "Warm up", "--alert", "WarmUp", "--flow", "a", "--out", file.toString(), "--yes");
            run("lint", file.toString());
            run("graph", file.toString());
            run("preview", file.toString());
            return 0;
        } finally {
            for (var name : List.of("owners.yml", "flows.yml", "warm-up.md")) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.deleteIfExists(folder);
        }
    }

    private void run(String command, String... arguments) {
        Optional.ofNullable(spec.root().subcommands().get(command))
                .ifPresent(line -> line.setOut(new PrintWriter(Writer.nullWriter()))
                        .setErr(new PrintWriter(Writer.nullWriter()))
                        .execute(arguments));
    }
}
