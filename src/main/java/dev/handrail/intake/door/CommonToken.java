package dev.handrail.intake.door;

import dev.handrail.intake.proof.Bearer;
import dev.handrail.intake.proof.Call;
import dev.handrail.intake.proof.Proof;
import dev.handrail.intake.proof.RoutingKey;
import dev.handrail.intake.proof.Verdict;
import dev.handrail.platform.access.Credential;
import dev.handrail.platform.access.Credentials;

/** The alert token, which opens every source that has no authentication of its own. */
final class CommonToken implements Proof {
    private final Credentials credentials;

    CommonToken(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public Verdict check(Call call) {
        var token = Bearer.token(call);
        if (token.isEmpty()) {
            return new Verdict.Refused("there is no Authorization header");
        }
        if (credentials.accept(Credential.ALERT_TOKEN, token.get())) {
            return Verdict.ACCEPTED;
        }
        return credentials.accept(Credential.API_TOKEN, token.get())
                ? new Verdict.NotHere("the token is valid, but not for alerts")
                : new Verdict.Refused("the Authorization header holds no valid token");
    }

    @Override
    public String wanted() {
        return "'Authorization: Bearer TOKEN' with the alert token (HANDRAIL_ALERT_TOKEN)";
    }

    /** Returns the same token as clients of PagerDuty's Events API can show it. */
    Proof asRoutingKey() {
        return new RoutingKey(key -> credentials.accept(Credential.ALERT_TOKEN, key));
    }
}
