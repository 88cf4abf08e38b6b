package dev.handrail.platform.access;

import dev.handrail.platform.settings.SettingsReader;
import java.util.EnumMap;
import java.util.Map;

/**
 * Which credentials the environment gives.
 *
 * @param given the secrets themselves: used, and neither stored nor printed
 * @param anew whether the others are made at every start, as the demo does, instead of once
 */
public record AccessSettings(Map<Credential, String> given, boolean anew) {
    private static final int SHORTEST = 16;

    public AccessSettings {
        given = Map.copyOf(given);
    }

    public static AccessSettings read(SettingsReader reader) {
        var given = new EnumMap<Credential, String>(Credential.class);
        for (var credential : Credential.values()) {
            reader.secret(credential.setting(), SHORTEST).ifPresent(secret -> given.put(credential, secret));
        }
        var demo = reader.text("handrail.demo").filter("true"::equals).isPresent();
        return new AccessSettings(given, demo);
    }

    /** Leaves the secrets out. */
    @Override
    public String toString() {
        return "AccessSettings[given=" + given.keySet() + ", anew=" + anew + "]";
    }
}
