package dev.handrail.cli;

import dev.handrail.cli.setup.CannotStartException;
import dev.handrail.slack.Manifest;
import java.net.URI;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code handrail slack-manifest}: what Slack needs to know to make the app. */
@Command(
        name = "slack-manifest",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the manifest of the Slack app: paste it under Create New App, From a manifest.",
            "Without an address, the app is for Socket Mode: Handrail opens sockets to Slack, and Slack need not reach it. "
                    + "With one, Slack sends everything there over HTTP."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  handrail slack-manifest > manifest.json                                 for Socket Mode",
            "  handrail slack-manifest https://handrail.example.org > manifest.json    for HTTP",
            ""
        })
final class ManifestCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private CommandSpec spec;

    @Parameters(
            paramLabel = "URL",
            arity = "0..1",
            description = "where Slack reaches Handrail, for HTTP: an https address")
    private @Nullable URI url;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        out.println(url == null ? Manifest.overSockets() : Manifest.overHttp(checked(url)));
        out.flush();
        return 0;
    }

    private static URI checked(URI url) {
        if (!"https".equals(url.getScheme()) || url.getHost() == null) {
            throw new CannotStartException(
                    "'%s' is no https address; Slack sends only to such, for instance https://handrail.example.org"
                            .formatted(url));
        }
        return url;
    }
}
