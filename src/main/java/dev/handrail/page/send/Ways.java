package dev.handrail.page.send;

import dev.handrail.ownership.contact.Contact;
import java.util.Optional;
import java.util.function.Function;

/**
 * All the ways out.
 *
 * @param variables what environment variables hold, by their names
 */
public record Ways(
        Mailer mail, PagerDutyEvents pagerDuty, Webhooks hooks, Function<String, Optional<String>> variables) {

    /** Tries once. */
    public Result send(Letter letter, Contact.Outside contact) {
        return switch (contact) {
            case Contact.Email email -> mail.send(letter, email.address());
            case Contact.PagerDuty service ->
                variables
                        .apply(service.key())
                        .map(key -> pagerDuty.send(letter, key))
                        .orElseGet(() -> missing(service.key()));
            case Contact.Webhook hook ->
                variables
                        .apply(hook.url())
                        .map(url -> send(letter, url, hook.secret()))
                        .orElseGet(() -> missing(hook.url()));
        };
    }

    /** Without the secret that it should be signed with nothing is sent: its receiver would have to refuse it. */
    private Result send(Letter letter, String url, Optional<String> variable) {
        var secret = variable.flatMap(variables);
        return variable.isPresent() && secret.isEmpty() ? missing(variable.get()) : hooks.send(letter, url, secret);
    }

    private static Result missing(String variable) {
        return new Result.Refused("the environment variable " + variable + " is not set");
    }
}
