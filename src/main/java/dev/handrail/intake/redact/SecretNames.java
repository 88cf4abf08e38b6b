package dev.handrail.intake.redact;

/** Names of fields, as senders write them, that say what stands under them. */
final class SecretNames {
    private SecretNames() {}

    /** Says whether a secret stands under a name, by its end: {@code X-Api-Key}, {@code db_password}, {@code Set-Cookie}. */
    static boolean isSecret(String name) {
        if (name.isEmpty()) {
            return false;
        }
        return switch (Character.toLowerCase(name.charAt(name.length() - 1))) {
            case 'n' -> ends(name, "authorization") || ends(name, "token");
            case 'd' -> ends(name, "password") || ends(name, "passwd");
            case 't' -> ends(name, "secret");
            case 'l' -> ends(name, "credential");
            case 's' -> ends(name, "credentials") || ends(name, "cookies");
            case 'e' -> ends(name, "cookie");
            case 'y' -> isKey(name);
            default -> false;
        };
    }

    /** Says whether whatever is under a name is secret, however many parts it has. */
    static boolean isCookies(String name) {
        return ends(name, "cookies") || ends(name, "cookie");
    }

    /** Says whether a name is that of an id: {@code id}, {@code order_id}, {@code orderId}. */
    static boolean isId(String name) {
        var length = name.length();
        if (length < 2 || Character.toLowerCase(name.charAt(length - 1)) != 'd') {
            return false;
        }
        var before = name.charAt(length - 2);
        return before == 'I' || (before == 'i' && (length == 2 || !Character.isLetterOrDigit(name.charAt(length - 3))));
    }

    /** Most keys are no secret: {@code groupKey}, {@code dedup_key}. */
    private static boolean isKey(String name) {
        if (!ends(name, "key")) {
            return false;
        }
        var end = name.length() - 3;
        var parted = end > 0 && (name.charAt(end - 1) == '_' || name.charAt(end - 1) == '-');
        var before = name.substring(0, parted ? end - 1 : end);
        return ends(before, "api")
                || ends(before, "access")
                || ends(before, "routing")
                || ends(before, "private")
                || ends(before, "signing")
                || ends(before, "integration")
                || ends(before, "service");
    }

    private static boolean ends(String name, String end) {
        return name.regionMatches(true, name.length() - end.length(), end, 0, end.length());
    }
}
