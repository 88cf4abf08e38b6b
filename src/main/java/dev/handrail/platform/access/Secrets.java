package dev.handrail.platform.access;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes secrets. Their prefixes let people and secret scanners tell what they have found. */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** No letters that look like digits: the password is read from a terminal and typed. */
    private static final String LEGIBLE = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int PASSWORD_GROUPS = 5;
    private static final int GROUP_LENGTH = 5;

    private Secrets() {}

    /** Returns a bearer token for alert sources: 256 random bits. */
    public static String alertToken() {
        return "hr_alert_" + random();
    }

    /** Returns a bearer token for the JSON API: 256 random bits. */
    public static String apiToken() {
        return "hr_api_" + random();
    }

    /** Returns 256 random bits as 43 characters that are safe in URLs and headers. */
    public static String random() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(32));
    }

    /** Returns a password for people: 25 legible characters in five groups, some 123 bits. */
    static String password() {
        return IntStream.range(0, PASSWORD_GROUPS).mapToObj(_ -> group()).collect(Collectors.joining("-"));
    }

    static byte[] bytes(int count) {
        var bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static String group() {
        return RANDOM.ints(GROUP_LENGTH, 0, LEGIBLE.length())
                .mapToObj(place -> String.valueOf(LEGIBLE.charAt(place)))
                .collect(Collectors.joining());
    }
}
