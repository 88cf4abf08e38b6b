package dev.handrail.platform.access;

/** One secret that a caller can show. */
public enum Credential {
    ALERT_TOKEN("alert-token", "handrail.alert.token"),
    API_TOKEN("api-token", "handrail.api.token"),
    ADMINISTRATOR_PASSWORD("administrator-password", "handrail.admin.password");

    private final String key;
    private final String setting;

    Credential(String key, String setting) {
        this.key = key;
        this.setting = setting;
    }

    /** Returns the property that gives it: {@code handrail.alert.token}. */
    public String setting() {
        return setting;
    }

    /** Returns the name that its hash is stored under. */
    String key() {
        return key;
    }

    String made() {
        return switch (this) {
            case ALERT_TOKEN -> Secrets.alertToken();
            case API_TOKEN -> Secrets.apiToken();
            case ADMINISTRATOR_PASSWORD -> Secrets.password();
        };
    }

    /** Hashes for storage: slowly where people choose the secret, quickly where it is 256 bits of chance. */
    String hashed(String secret) {
        return switch (this) {
            case ALERT_TOKEN, API_TOKEN -> SecretHash.quick(secret);
            case ADMINISTRATOR_PASSWORD -> SecretHash.slow(secret);
        };
    }
}
