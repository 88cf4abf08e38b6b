package dev.handrail.cli.setup;

import dev.handrail.incident.storm.StormSettings;
import dev.handrail.page.send.PageSettings;
import dev.handrail.page.watch.HeartbeatSettings;
import dev.handrail.platform.access.AccessSettings;
import dev.handrail.platform.settings.SettingsReader;
import dev.handrail.runbook.git.GitSettings;
import dev.handrail.slack.actor.ActorSettings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the server itself is told.
 *
 * @param host the address to listen on
 * @param url where people reach it
 * @param runbooks the library's folder, where no repository is named
 * @param git the repository that the library comes from
 */
public record ServerSettings(
        String host,
        int port,
        URI url,
        Database database,
        Path runbooks,
        Optional<GitSettings> git,
        AccessSettings access) {
    private static final int DEFAULT_PORT = 8080;
    private static final int HIGHEST_PORT = 65_535;
    /** The database where people name none. */
    public static final String H2_FILE = "jdbc:h2:file:./data/handrail";

    /** Reads all of them; what is wrong is in {@code settings} then. */
    public static ServerSettings read(SettingsReader settings) {
        return read(settings, "0.0.0.0", Database.read(settings, H2_FILE));
    }

    /** @param host the address to listen on where people name none */
    static ServerSettings read(SettingsReader settings, String host, Database database) {
        var port = port(settings);
        var git = GitSettings.read(settings);
        StormSettings.read(settings); // so that one start names everything that is wrong
        PageSettings.read(settings);
        HeartbeatSettings.read(settings);
        ActorSettings.read(settings);
        return new ServerSettings(
                settings.text("handrail.host").orElse(host),
                port,
                settings.url("handrail.url").orElse(URI.create("http://localhost:" + port)),
                database,
                git.isPresent() ? Path.of("") : library(settings),
                git,
                AccessSettings.read(settings));
    }

    /** Returns what the framework and the beans are told. */
    public Map<String, Object> properties() {
        var properties = new HashMap<>(database.properties());
        properties.put("micronaut.server.host", host);
        properties.put("micronaut.server.port", port);
        properties.put("slack.enabled", true);
        properties.put("handrail.url", url.toString());
        if (git.isEmpty()) {
            properties.put("handrail.runbooks", runbooks.toString());
        }
        return properties;
    }

    /** Returns where the runbooks come from, as people call it. */
    public String source() {
        return git.map(GitSettings::shown).orElse(runbooks.toString());
    }

    private static int port(SettingsReader settings) {
        var port = settings.integer("micronaut.server.port", DEFAULT_PORT, 1);
        if (port > HIGHEST_PORT) {
            settings.report("micronaut.server.port", "'" + port + "'", "a port up to " + HIGHEST_PORT);
        }
        return port;
    }

    /** Reads where the library is: what people set, else the folder here, else the one that comes with Handrail. */
    public static Path library(SettingsReader settings) {
        var folder = settings.path("handrail.runbooks", Home.ofLauncher().runbooks());
        if (!Files.isDirectory(folder)) {
            settings.report(
                    "handrail.runbooks",
                    "'" + folder + "', which is not a folder here",
                    "the folder that holds owners.yml, flows.yml and the runbooks, or a repository in HANDRAIL_RUNBOOKS_GIT");
        }
        return folder;
    }
}
