package dev.handrail.page.send;

import dev.handrail.platform.settings.SettingsReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * The server that mail leaves by.
 *
 * @param tls how the connection is kept private
 * @param user empty for a server that asks for no password
 * @param from the sender's address
 */
public record SmtpSettings(String host, int port, Tls tls, Optional<User> user, String from) {
    private static final String URL = "handrail.smtp.url";
    private static final int SUBMISSION = 587;
    private static final int SUBMISSION_OVER_TLS = 465;

    /** How a connection to a mail server is kept private. */
    public enum Tls {
        /** From the first byte: {@code smtps://}. */
        FROM_THE_START,
        /** By STARTTLS; without it nothing is sent. */
        STARTTLS,
        /** Not at all: for a relay on this machine. */
        NONE
    }

    /** Who we are to the server. */
    public record User(String name, String password) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Returns the settings; empty where no server is named. */
    public static Optional<SmtpSettings> read(SettingsReader settings) {
        var password = settings.secret("handrail.smtp.password", 1);
        var from = settings.text("handrail.smtp.from");
        return settings.text(URL).flatMap(text -> url(settings, text)).map(url -> {
            var secure = "smtps".equals(url.getScheme());
            var tls = secure ? Tls.FROM_THE_START : startTls(settings);
            var port = url.getPort() > 0 ? url.getPort() : secure ? SUBMISSION_OVER_TLS : SUBMISSION;
            var user = Optional.ofNullable(url.getUserInfo());
            if (user.isPresent() && password.isEmpty()) {
                settings.report("handrail.smtp.password", "nothing", "the password of '" + user.get() + "'");
            }
            return new SmtpSettings(
                    url.getHost(),
                    port,
                    tls,
                    user.flatMap(name -> password.map(word -> new User(name, word))),
                    from.orElseGet(() -> "handrail@" + url.getHost()));
        });
    }

    private static Optional<URI> url(SettingsReader settings, String text) {
        try {
            var url = new URI(text);
            var user = Optional.ofNullable(url.getUserInfo()).orElse("");
            if (url.getHost() != null && text.matches("smtps?://.*") && !user.contains(":")) {
                return Optional.of(url);
            }
        } catch (URISyntaxException _) {
            settings.report(URL, "what is no address", "an address such as smtp://handrail@mail.example.org:587");
            return Optional.empty();
        }
        settings.report(
                URL,
                "another address (not shown: it may hold a password)",
                "smtp://USER@HOST:PORT or smtps://...; the password goes into HANDRAIL_SMTP_PASSWORD");
        return Optional.empty();
    }

    private static Tls startTls(SettingsReader settings) {
        var word = settings.text("handrail.smtp.starttls").orElse("required");
        if (!word.equals("required") && !word.equals("off")) {
            settings.report("handrail.smtp.starttls", "'" + word + "'", "required or off");
        }
        return word.equals("off") ? Tls.NONE : Tls.STARTTLS;
    }
}
