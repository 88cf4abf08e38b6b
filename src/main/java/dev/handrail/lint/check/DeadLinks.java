package dev.handrail.lint.check;

import dev.handrail.lint.evidence.LinkedFiles;
import dev.handrail.platform.source.Nearest;
import dev.handrail.platform.source.Problems;
import dev.handrail.runbook.Mentions.Link;
import dev.handrail.runbook.Parsed;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Links and images that lead to no file, and links to a place in a file that it does not have. Only relative addresses: what
 * begins with {@code /} means another place on each site, and what is on the web may be there tomorrow again.
 */
final class DeadLinks implements Check {
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);
    private static final Pattern TEMPLATE = Pattern.compile(".*(\\{\\{|\\{%|\\$\\{|<|%7B%7B|%}).*", Pattern.DOTALL);

    private static final Pattern LOOSE = Pattern.compile("[-_. ]+");

    @Override
    public void look(Subject subject, Problems problems) {
        var files = new LinkedFiles(subject.survey());
        for (var file : subject.survey().files()) {
            for (var link : file.mentions().links()) {
                if (link.kind() != Link.Kind.OUTCOME && isRelative(link.address())) {
                    look(file, link, files, problems);
                }
            }
        }
    }

    private static boolean isRelative(String address) {
        return !address.isBlank()
                && !address.startsWith("/")
                && !SCHEME.matcher(address).matches()
                && !TEMPLATE.matcher(address).matches();
    }

    private static void look(Parsed from, Link link, LinkedFiles files, Problems problems) {
        var address = link.address();
        var hash = address.indexOf('#');
        var path = decoded((hash < 0 ? address : address.substring(0, hash)).replaceFirst("\\?.*", ""));
        var anchor = hash < 0 ? "" : decoded(address.substring(hash + 1));
        if (!path.isEmpty() && !files.isThere(from.path(), path)) {
            problems.warning(
                    link.at(), "dead-link", "'" + address + "', which is not there", files.advice(from.path(), path));
        } else if (isAnchor(anchor) && link.kind() == Link.Kind.TEXT) {
            files.anchors(from, path)
                    .filter(known -> !known.contains(anchor))
                    .filter(known -> known.stream().map(DeadLinks::loose).noneMatch(loose(anchor)::equals))
                    .ifPresent(known -> problems.warning(
                            link.at(),
                            "dead-anchor",
                            "'" + address + "', where there is no such heading",
                            known.isEmpty() ? "a link to the file" : Nearest.advice(anchor, known)));
        }
    }

    /** Sites that are one page lead by {@code #/path}, and every page has a top. */
    private static boolean isAnchor(String anchor) {
        return !anchor.isEmpty() && !anchor.equals("top") && !anchor.startsWith("/") && !anchor.startsWith("!");
    }

    /** Site generators other than GitHub's join words by one hyphen, whatever stood between them. */
    private static String loose(String anchor) {
        return LOOSE.matcher(anchor.toLowerCase(Locale.ROOT)).replaceAll("-");
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }
}
