package dev.handrail.platform.settings;

import java.net.URI;

/** Where people reach this Handrail: {@code handrail.url}. */
public final class PublicUrl {
    private static final URI LOCAL = URI.create("http://localhost:8080");

    private PublicUrl() {}

    /** Returns it without a slash at the end; what is wrong with it is in {@code settings} then. */
    public static URI read(SettingsReader settings) {
        return settings.url("handrail.url").orElse(LOCAL);
    }
}
