package dev.handrail.cli;

import dev.handrail.cli.setup.CannotStartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code handrail slack-manifest}: what Slack needs to know to make the app. */
@Command(
        name = "slack-manifest",
        mixinStandardHelpOptions = true,
        description = "Prints the manifest of the Slack app: paste it under Create New App, From a manifest.",
        footerHeading = "%nExample:%n",
        footer = {"  handrail slack-manifest https://handrail.example.org > manifest.json", ""})
final class ManifestCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private CommandSpec spec;

    @Parameters(paramLabel = "URL", description = "where Slack reaches Handrail: an https address")
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private URI url;

    @Override
    public Integer call() {
        if (!"https".equals(url.getScheme()) || url.getHost() == null) {
            throw new CannotStartException(
                    "'%s' is no https address; Slack sends only to such, for instance https://handrail.example.org"
                            .formatted(url));
        }
        var out = spec.commandLine().getOut();
        out.print(template().replace("@@URL@@", url.toString().replaceFirst("/+$", "")));
        out.flush();
        return 0;
    }

    private static String template() {
        try (var stream = ManifestCommand.class.getResourceAsStream("/slack/manifest.json")) {
            if (stream == null) {
                throw new IllegalStateException("the installation is not whole: slack/manifest.json is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read slack/manifest.json", e);
        }
    }
}
