package dev.handrail.platform.access;

/** What a caller may do, as {@code @Secured} names it. */
public final class Role {
    /** May post alerts. */
    public static final String ALERT_SENDER = "ALERT_SENDER";

    /** May read incidents over the JSON API, and begin drills. */
    public static final String API = "API";

    /** A person who has signed in: may see every page, and read the JSON API. */
    public static final String ADMINISTRATOR = "ADMINISTRATOR";

    private Role() {}
}
