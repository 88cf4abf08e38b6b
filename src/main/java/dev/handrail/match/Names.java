package dev.handrail.match;

import dev.handrail.runbook.Runbook;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The parts of paths, compared without regard to case, as senders write them in lower case. */
final class Names {
    private static final String SUFFIX = ".md";

    private Names() {}

    /** Returns the file's name without {@code .md}. */
    static String stem(Runbook runbook) {
        return withoutSuffix(runbook.path().substring(runbook.path().lastIndexOf('/') + 1));
    }

    /** Returns the parts between slashes, in lower case, the last without {@code .md}. */
    static List<String> segments(String path) {
        return Arrays.stream(withoutSuffix(path).toLowerCase(Locale.ROOT).split("/"))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static String withoutSuffix(String path) {
        return path.toLowerCase(Locale.ROOT).endsWith(SUFFIX)
                ? path.substring(0, path.length() - SUFFIX.length())
                : path;
    }
}
