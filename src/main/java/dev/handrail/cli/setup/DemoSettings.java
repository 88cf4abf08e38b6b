package dev.handrail.cli.setup;

import dev.handrail.platform.access.Credential;
import dev.handrail.platform.access.Secrets;
import dev.handrail.platform.settings.SettingsReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is different in the demo: a local Slack in the same process, a database of its own, secrets that are made anew at every
 * start, and nobody but this machine is listened to.
 *
 * @param alertToken the environment's, or one made for this start: the local Slack fires alerts with it
 */
public record DemoSettings(ServerSettings server, Path data, String alertToken) {
    private static final String THIS_MACHINE = "127.0.0.1";

    public static DemoSettings read(SettingsReader settings) {
        if (settings.text("slack.bot.token").isPresent()) {
            settings.report(
                    "slack.bot.token",
                    "the token of a real Slack",
                    "nothing: the demo has a Slack of its own; unset it, or run 'handrail serve'");
        }
        var data = Home.ofLauncher().demoData();
        var database =
                Database.parse("jdbc:h2:file:" + data.resolve("handrail")).orElseThrow();
        var server = ServerSettings.read(settings, THIS_MACHINE, database);
        var given = Optional.ofNullable(server.access().given().get(Credential.ALERT_TOKEN));
        return new DemoSettings(server, data, given.orElseGet(Secrets::alertToken));
    }

    public Map<String, Object> properties() {
        var properties = new HashMap<>(server.properties());
        properties.put("handrail.demo", true);
        properties.put("handrail.demo-curl", curl());
        if (!server.access().given().containsKey(Credential.ALERT_TOKEN)) {
            properties.put(Credential.ALERT_TOKEN.setting(), alertToken);
        }
        properties.put("handrail.simulator.enabled", true);
        properties.put("handrail.simulator.alert-url", alertUrl());
        properties.put("handrail.simulator.alert-token", alertToken);
        properties.put("handrail.simulator.bot-url", here() + "/v1/slack");
        properties.put(
                "handrail.simulator.state-file",
                data.resolve("local-slack.json").toString());
        properties.put("slack.api.url", here() + "/local-slack/api/");
        properties.put("slack.bot.token", "xoxb-local-slack");
        properties.put("slack.app.token", "xapp-local-slack");
        return properties;
    }

    /** Returns a command that fires an alert. */
    public String curl() {
        return SampleAlert.curl(alertUrl(), alertToken);
    }

    /** Returns the address that this process reaches itself at, whatever people reach it at. */
    public String here() {
        return "http://localhost:" + server.port();
    }

    /** Leaves the token out. */
    @Override
    public String toString() {
        return "DemoSettings[" + server + ", data=" + data + "]";
    }

    private String alertUrl() {
        return here() + "/v1/alerts/alertmanager";
    }
}
