package dev.handrail.web.access;

import java.util.regex.Pattern;

/**
 * Where a browser goes after signing in: one of our own pages, named in full. Anything else, and so any other site, becomes the
 * list of incidents.
 */
public record ReturnPath(String path) {
    private static final Pattern OURS = Pattern.compile(
            "/(?:incidents(?:/\\d{1,18}(?:/walk)?)?|runbooks(?:/[\\w./%-]{1,300})?|operators|payloads/\\d{1,18})");

    public ReturnPath {
        path = OURS.matcher(path).matches() ? path : "/incidents";
    }
}
