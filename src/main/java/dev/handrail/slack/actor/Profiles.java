package dev.handrail.slack.actor;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.model.User;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Set;

/** Asks Slack what somebody is. A call takes up to 5 s: nobody who holds others up may ask here. */
@Singleton
@Requires(bean = MethodsClient.class)
final class Profiles {
    private static final Set<String> NOBODY = Set.of("user_not_found", "user_not_visible");

    private final MethodsClient slack;
    private final ActorSettings settings;
    private final Responders responders;

    Profiles(MethodsClient slack, ActorSettings settings, Responders responders) {
        this.slack = slack;
        this.settings = settings;
        this.responders = responders;
    }

    /** Slack has not said it. */
    static final class UnansweredException extends Exception {
        private static final long serialVersionUID = 1L;

        UnansweredException(String why) {
            super(why);
        }
    }

    Standing ask(String id) throws UnansweredException {
        try {
            var answer = slack.usersInfo(request -> request.user(id));
            if (!answer.isOk()) {
                if (NOBODY.contains(String.valueOf(answer.getError()))) {
                    return Standing.UNKNOWN;
                }
                throw new UnansweredException("users.info: " + answer.getError());
            }
            if (answer.getUser() == null) {
                throw new UnansweredException("users.info: ok, and nobody in it");
            }
            var standing = standing(answer.getUser());
            return standing == Standing.MAY && !isResponder(id) ? Standing.NO_RESPONDER : standing;
        } catch (IOException | SlackApiException e) {
            throw new UnansweredException(e.toString());
        }
    }

    private Standing standing(User user) {
        if (user.isDeleted()) {
            return Standing.DEACTIVATED;
        }
        if (user.isBot()) {
            return Standing.BOT;
        }
        if (settings.guestsAct()) {
            return Standing.MAY;
        }
        if (user.isStranger()) {
            return Standing.ELSEWHERE;
        }
        return user.isRestricted() || user.isUltraRestricted() ? Standing.GUEST : Standing.MAY;
    }

    private boolean isResponder(String id) throws UnansweredException {
        return settings.responders().isEmpty() || responders.contain(id);
    }
}
