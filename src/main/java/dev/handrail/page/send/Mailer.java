package dev.handrail.page.send;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** Sends letters as e-mail. A letter that is sent again has the same message id, by which mailboxes tell. */
public final class Mailer {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final String TIMEOUT = "10000";
    private static final int FIRST_LASTING = 500;

    private final Optional<SmtpSettings> settings;
    private final InstantSource clock;
    private final boolean isDemo;

    /**
     * @param settings empty where no mail server is set: then every letter is refused
     * @param isDemo whether nobody expects one to be set
     */
    public Mailer(Optional<SmtpSettings> settings, InstantSource clock, boolean isDemo) {
        this.settings = settings;
        this.clock = clock;
        this.isDemo = isDemo;
    }

    public Result send(Letter letter, String address) {
        return settings.map(smtp -> send(letter, address, smtp)).orElseGet(this::without);
    }

    private Result without() {
        return isDemo
                ? new Result.NotSetUp("this demo has no mail server; HANDRAIL_SMTP_URL would name one")
                : new Result.Refused("no mail server is set: HANDRAIL_SMTP_URL names it");
    }

    private Result send(Letter letter, String address, SmtpSettings smtp) {
        try {
            Transport.send(message(letter, address, smtp));
            return new Result.Sent(smtp.host() + " took it");
        } catch (AuthenticationFailedException _) {
            return new Result.Later(smtp.host() + " does not take our name and password");
        } catch (MessagingException e) {
            var said = "%s: %s".formatted(smtp.host(), said(e));
            return isLasting(e) ? new Result.Refused(said) : new Result.Later(said);
        }
    }

    private Message message(Letter letter, String address, SmtpSettings smtp) throws MessagingException {
        var message = new Numbered(session(smtp), "<%s@%s>".formatted(letter.key(), smtp.host()));
        message.setFrom(new InternetAddress(smtp.from(), true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(address, true));
        message.setSubject("[Handrail] " + letter.headline(), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Importance", "high");
        var text = new MimeBodyPart();
        text.setText(MailText.plain(letter), UTF_8, "plain");
        var html = new MimeBodyPart();
        html.setText(MailText.html(letter), UTF_8, "html");
        message.setContent(new MimeMultipart("alternative", text, html));
        message.saveChanges();
        return message;
    }

    private static Session session(SmtpSettings smtp) {
        var properties = new Properties();
        properties.put("mail.smtp.host", smtp.host());
        properties.put("mail.smtp.port", Integer.toString(smtp.port()));
        properties.put("mail.smtp.connectiontimeout", TIMEOUT);
        properties.put("mail.smtp.timeout", TIMEOUT);
        properties.put("mail.smtp.writetimeout", TIMEOUT);
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.enable", Boolean.toString(smtp.tls() == SmtpSettings.Tls.FROM_THE_START));
        properties.put("mail.smtp.starttls.enable", Boolean.toString(smtp.tls() == SmtpSettings.Tls.STARTTLS));
        properties.put("mail.smtp.starttls.required", Boolean.toString(smtp.tls() == SmtpSettings.Tls.STARTTLS));
        properties.put("mail.smtp.auth", Boolean.toString(smtp.user().isPresent()));
        return Session.getInstance(properties, smtp.user().map(Login::new).orElse(null));
    }

    /** A server says 5xx of what it will never take; all else may pass. */
    private static boolean isLasting(MessagingException e) {
        for (@Nullable Exception each = e; each instanceof MessagingException one; each = one.getNextException()) {
            var code = switch (one) {
                case SMTPAddressFailedException address -> address.getReturnCode();
                case SMTPSendFailedException sending -> sending.getReturnCode();
                case SendFailedException _, MessagingException _ -> 0;
            };
            if (code >= FIRST_LASTING) {
                return true;
            }
        }
        return false;
    }

    private static String said(MessagingException e) {
        var cause = Optional.<Throwable>ofNullable(e.getNextException()).orElse(e);
        return Optional.ofNullable(cause.getMessage())
                .orElseGet(() -> cause.getClass().getSimpleName())
                .strip();
    }

    private static final class Login extends Authenticator {
        private final SmtpSettings.User user;

        Login(SmtpSettings.User user) {
            this.user = user;
        }

        @Override
        protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication(user.name(), user.password());
        }
    }

    /** A message whose id is ours. */
    private static final class Numbered extends MimeMessage {
        private final String id;

        Numbered(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
