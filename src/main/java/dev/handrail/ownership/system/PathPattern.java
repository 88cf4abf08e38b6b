package dev.handrail.ownership.system;

import com.google.re2j.Pattern;

/** The paths that a check may read: {@code GET /orders/*}{@code /export}; {@code *} is one segment, {@code **} at the end any. */
record PathPattern(Pattern pattern) {
    private static final Pattern FORM = Pattern.compile("(GET )?/[^\\s?#]*");

    static boolean isOne(String check) {
        return FORM.matches(check);
    }

    static PathPattern of(String check) {
        var path = check.startsWith("GET ") ? check.substring(4) : check;
        var expression = new StringBuilder();
        for (int at = 0; at < path.length(); at++) {
            if (path.startsWith("**", at)) {
                expression.append(".*");
                at++;
            } else if (path.charAt(at) == '*') {
                expression.append("[^/]+");
            } else {
                expression.append(Pattern.quote(path.substring(at, at + 1)));
            }
        }
        return new PathPattern(Pattern.compile(expression.toString()));
    }

    /** The query is free: what it selects is read all the same. Two points in a path may lead anywhere. */
    boolean matches(String request) {
        var path = request.split("[?#]", 2)[0];
        return pattern.matches(path) && !path.contains("..");
    }
}
