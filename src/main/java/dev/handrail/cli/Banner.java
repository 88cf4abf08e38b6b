package dev.handrail.cli;

import dev.handrail.cli.setup.ServerSettings;
import dev.handrail.platform.access.Credential;
import dev.handrail.platform.settings.SettingsReader;
import dev.handrail.runbook.current.CurrentLibrary;
import io.micronaut.context.ApplicationContext;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is printed once Handrail is ready: what it works with, and the secrets that were made just now. */
final class Banner {
    private final ServerSettings settings;

    Banner(ServerSettings settings) {
        this.settings = settings;
    }

    String serving(ApplicationContext context, Map<Credential, String> made) {
        return """

                Handrail %s

                  Incidents  %s/incidents
                  Runbooks   %s (%s)
                  Database   %s
                %s""".formatted(
                        Handrail.version(),
                        settings.url(),
                        settings.source(),
                        library(context),
                        settings.database().shown(),
                        once(made));
    }

    /** Says what the library holds: {@code 12 runbooks, 4 owners, 3 flows}. */
    static String library(ApplicationContext context) {
        var library = context.getBean(CurrentLibrary.class).library();
        var catalogue = library.catalogue();
        var problems = library.problems().size();
        return "%s, %s, %s%s"
                .formatted(
                        count(library.runbooks().size(), "runbook"),
                        count(catalogue.owners().size(), "owner"),
                        count(catalogue.flows().size(), "flow"),
                        problems == 0 ? "" : "; " + count(problems, "problem") + ", listed at /operators");
    }

    private static String count(int count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }

    private static String once(Map<Credential, String> made) {
        return made.isEmpty()
                ? ""
                : made.entrySet().stream()
                        .map(entry -> "    %-9s  %s".formatted(name(entry.getKey()), entry.getValue()))
                        .collect(Collectors.joining(
                                "\n",
                                "\n  Made at this first start. Only hashes are kept, so write these down now:\n",
                                "\n  To choose one yourself, set " + variables() + ".\n"));
    }

    private static String variables() {
        return Stream.of(Credential.values())
                .map(Credential::setting)
                .map(SettingsReader::variable)
                .collect(Collectors.joining(" or "));
    }

    private static String name(Credential credential) {
        return switch (credential) {
            case ALERT_TOKEN -> "alerts";
            case API_TOKEN -> "API";
            case ADMINISTRATOR_PASSWORD -> "password";
        };
    }
}
