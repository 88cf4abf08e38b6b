package dev.handrail.cli.source;

import dev.handrail.platform.access.Secrets;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code handrail source secret}: makes a secret for a source, shows it once, and keeps it nowhere. */
@Command(
        name = "secret",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a secret of 256 random bits for a source and prints it once, with what to do with it. It is kept nowhere.",
            "Some senders make the secret themselves (Stripe, Shopify, Adyen, PagerDuty, Sentry): then set theirs instead."
        },
        footerHeading = "%nExample:%n",
        footer = {"  handrail source secret grafana", ""})
final class SourceSecretCommand implements Callable<Integer> {
    private static final String NAME_FORM = "[a-z0-9][a-z0-9-]{0,39}";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "the source's name, as in /v1/alerts/NAME")
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private String name;

    @Override
    public Integer call() {
        if (!name.matches(NAME_FORM)) {
            throw new ParameterException(
                    spec.commandLine(), "'%s' is no source's name; wanted a-z, 0-9 and -".formatted(name));
        }
        var variable = name.toUpperCase(Locale.ROOT).replace('-', '_') + "_SECRET";
        spec.commandLine().getOut().println("""
                Write this down now, it is kept nowhere:

                  %s=%s

                Set it in Handrail's environment, and tell Handrail where it is in sources/%s.yml:

                  authentication:
                    bearer: %s

                To change it later, make another and list both until the sender has the new one:
                  bearer: [%s, %s_OLD]""".formatted(
                        variable, Secrets.random(), name, variable, variable, variable));
        return 0;
    }
}
