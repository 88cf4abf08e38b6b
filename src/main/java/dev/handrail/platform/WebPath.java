package dev.handrail.platform;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The path of one of our pages, with a name in it that may hold anything. */
public final class WebPath {
    private WebPath() {}

    /** Returns {@code prefix} with {@code name} after it: its slashes stay, and anything that an address may not hold is encoded. */
    public static String of(String prefix, String name) {
        return Arrays.stream(name.split("/", -1))
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/", prefix, ""));
    }
}
