package dev.handrail.cli;

import dev.handrail.cli.setup.Configuration;
import dev.handrail.cli.setup.DemoSettings;
import dev.handrail.intake.settings.IntakeSettings;
import dev.handrail.platform.access.Credential;
import io.micronaut.context.ApplicationContext;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code handrail demo}: a drill on one machine. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Runs Handrail with a Slack of its own, on this machine alone.",
            "Open the local Slack in a browser, fire the alert that is printed, and press the buttons. "
                    + "Nothing leaves the machine. The history is kept under data/demo; remove that to begin afresh."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {" 0:it was told to stop", " 2:it could not begin: a wrong setting, a port or a database in use"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  handrail demo",
            "  MICRONAUT_SERVER_PORT=9000 handrail demo",
            "  HANDRAIL_RUNBOOKS=~/team/runbooks handrail demo     with your own runbooks",
            ""
        })
final class DemoCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        var reader = Configuration.read();
        var demo = DemoSettings.read(reader);
        IntakeSettings.check(reader);
        reader.check();
        new Server(demo.server(), spec.commandLine().getOut())
                .run(demo.properties(), (context, made) -> greeting(demo, context, made));
        return 0;
    }

    private static String greeting(DemoSettings demo, ApplicationContext context, Map<Credential, String> made) {
        var password = made.getOrDefault(Credential.ADMINISTRATOR_PASSWORD, "the one of HANDRAIL_ADMIN_PASSWORD");
        var apiToken = made.getOrDefault(Credential.API_TOKEN, "the one of HANDRAIL_API_TOKEN");
        return """

                Handrail %s, as a demo: everything stays on this machine

                  1  Open the local Slack     %s/local-slack/
                  2  Fire an alert            the command below
                  3  Read along               %s/incidents
                                              password  %s
                                              API token %s

                  Runbooks  %s (%s)
                  History   %s

                %s
                """.formatted(
                        Handrail.version(),
                        demo.here(),
                        demo.here(),
                        password,
                        apiToken,
                        demo.server().source(),
                        Banner.library(context),
                        demo.data(),
                        demo.curl());
    }
}
