package dev.handrail.cli;

import dev.handrail.cli.setup.Configuration;
import dev.handrail.cli.setup.ServerSettings;
import dev.handrail.intake.settings.IntakeSettings;
import dev.handrail.platform.access.RedactionKey;
import dev.handrail.slack.SlackSettings;
import dev.handrail.web.api.WebhookSecret;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code handrail serve}: runs for real. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Runs Handrail until it is told to stop.",
            "All settings come from the environment, or from a YAML file that MICRONAUT_CONFIG_FILES names; "
                    + "a secret may stand in a file that HANDRAIL_..._FILE names. "
                    + "All are checked first, and every wrong one is named."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:it was told to stop",
            " 1:it failed while it ran",
            " 2:it could not begin: a wrong setting, a port or a database in use"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  SLACK_BOT_TOKEN=xoxb-... SLACK_APP_TOKEN=xapp-... handrail serve          over Socket Mode",
            "  SLACK_BOT_TOKEN=xoxb-... SLACK_SIGNING_SECRET=... handrail serve          over HTTP",
            "  HANDRAIL_DATABASE_URL=postgresql://handrail:secret@db:5432/handrail handrail serve",
            "  MICRONAUT_SERVER_PORT=9000 HANDRAIL_URL=https://handrail.example.org handrail serve",
            "  HANDRAIL_ALERT_TOKEN_FILE=/run/secrets/alerts handrail serve",
            ""
        })
final class ServeCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        var reader = Configuration.read();
        var settings = ServerSettings.read(reader);
        SlackSettings.read(reader);
        WebhookSecret.read(reader);
        RedactionKey.read(reader);
        IntakeSettings.check(reader);
        reader.check();
        new Server(settings, spec.commandLine().getOut()).run(settings.properties(), new Banner(settings)::serving);
        return 0;
    }
}
