package dev.handrail.runbook.git;

import dev.handrail.platform.settings.SettingsReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Repository;

/**
 * Which repository the runbooks come from.
 *
 * @param branch empty for the one that the repository itself names
 * @param folder of the repository, with {@code /}; empty for all of it
 * @param every how long to wait between two fetches
 * @param data where the copy of the repository is kept
 */
public record GitSettings(
        String url, Optional<String> branch, String folder, Access access, Duration every, Path data) {
    private static final String URL = "handrail.runbooks-git";
    private static final String BRANCH = "handrail.runbooks-branch";
    private static final String FOLDER = "handrail.runbooks-folder";
    private static final String TOKEN = "handrail.runbooks-token";
    private static final String USER = "handrail.runbooks-user";
    private static final String KEY = "handrail.runbooks-ssh-key-file";
    private static final String KNOWN_HOSTS = "handrail.runbooks-known-hosts-file";
    private static final String POLL = "handrail.runbooks-poll";

    private static final Pattern WEB = Pattern.compile("https?://[^/@\\s]+/\\S+");
    private static final Pattern FILE = Pattern.compile("file:///\\S+");
    private static final Pattern SSH =
            Pattern.compile("ssh://([^/@:\\s]+@)?[^/@:\\s]+(:\\d+)?/\\S+|[^/@:\\s]+@[^/@:\\s]+:\\S+");
    private static final Pattern WITH_SECRET = Pattern.compile("[a-z]+://[^/@\\s]*:[^/@\\s]*@.*|https?://[^/@\\s]+@.*");
    private static final Duration DEFAULT_POLL = Duration.ofMinutes(1);
    private static final Duration SHORTEST_POLL = Duration.ofSeconds(5);
    private static final String WANTED_URL =
            "https://HOST/PATH, ssh://git@HOST/PATH or git@HOST:PATH, with the token in HANDRAIL_RUNBOOKS_TOKEN";

    /** Reads all of them; empty if no repository is named. What is wrong is in {@code settings} then. */
    public static Optional<GitSettings> read(SettingsReader settings) {
        return settings.text(URL).map(url -> read(settings, url));
    }

    private static GitSettings read(SettingsReader settings, String url) {
        checkUrl(settings, url);
        if (settings.text("handrail.runbooks").isPresent()) {
            settings.report(URL, "both it and HANDRAIL_RUNBOOKS", "one of the two: a repository or a folder");
        }
        return new GitSettings(
                url,
                branch(settings),
                folder(settings),
                access(settings, url),
                poll(settings),
                settings.path("handrail.data", Path.of("data")).resolve("runbooks"));
    }

    /** Returns what people call it: {@code https://host/path (branch main, folder runbooks)}. It holds no secret. */
    public String shown() {
        var where = branch.map(name -> "branch " + name).orElse("its default branch");
        return "%s (%s%s)".formatted(url, where, folder.isEmpty() ? "" : ", folder " + folder);
    }

    private static void checkUrl(SettingsReader settings, String url) {
        if (WITH_SECRET.matcher(url).matches()) {
            settings.report(URL, "an address with a user or a password in it (not shown)", WANTED_URL);
        } else if (!isWeb(url) && !isSsh(url) && !FILE.matcher(url).matches()) {
            settings.report(URL, "'" + url + "'", WANTED_URL);
        }
    }

    private static boolean isWeb(String url) {
        return WEB.matcher(url).matches();
    }

    private static boolean isSsh(String url) {
        return SSH.matcher(url).matches();
    }

    private static Optional<String> branch(SettingsReader settings) {
        var branch = settings.text(BRANCH);
        branch.filter(name -> !Repository.isValidRefName("refs/heads/" + name))
                .ifPresent(
                        name -> settings.report(BRANCH, "'" + name + "'", "the name of a branch, for instance main"));
        return branch;
    }

    private static String folder(SettingsReader settings) {
        var folder = settings.text(FOLDER).orElse("").replaceAll("^\\./|/+$", "");
        if (folder.startsWith("/") || folder.contains("\\") || ("/" + folder + "/").contains("/../")) {
            settings.report(FOLDER, "'" + folder + "'", "a folder within the repository, for instance docs/runbooks");
        }
        return folder;
    }

    private static Duration poll(SettingsReader settings) {
        var poll = settings.duration(POLL, DEFAULT_POLL);
        if (poll.compareTo(SHORTEST_POLL) < 0) {
            settings.report(POLL, "'" + poll.toMillis() + "ms'", "5s or longer; a webhook is quicker than any poll");
        }
        return poll;
    }

    private static Access access(SettingsReader settings, String url) {
        var token = settings.secret(TOKEN, 8);
        var key = file(settings, KEY, "the private key");
        var hosts = file(settings, KNOWN_HOSTS, "the server's host keys, as ssh-keyscan prints them");
        var user = settings.text(USER).orElse("x-access-token");
        if (token.isPresent() && !url.startsWith("https://") && !isLocal(url)) {
            settings.report(TOKEN, "a token for " + scheme(url), "an https:// address, or no token");
        }
        if (isSsh(url)) {
            return ssh(settings, key, hosts);
        }
        key.ifPresent(_ -> settings.report(KEY, "a key for " + scheme(url), "an ssh:// address, or no key"));
        return token.<Access>map(secret -> new Access.Token(user, secret)).orElseGet(Access.Open::new);
    }

    private static Access ssh(SettingsReader settings, Optional<Path> key, Optional<Path> hosts) {
        if (settings.text(KEY).isEmpty()) {
            settings.report(KEY, "nothing", "the file with the private key, because the address is one of SSH");
        }
        if (settings.text(KNOWN_HOSTS).isEmpty()) {
            settings.report(
                    KNOWN_HOSTS,
                    "nothing",
                    "the file with the server's host keys: ssh-keyscan HOST > FILE, then check it");
        }
        return key.<Access>flatMap(file -> hosts.map(known -> new Access.SshKey(file, known)))
                .orElseGet(Access.Open::new);
    }

    private static Optional<Path> file(SettingsReader settings, String name, String what) {
        var file = settings.text(name).map(_ -> settings.path(name, Path.of("")));
        file.filter(path -> !Files.isReadable(path))
                .ifPresent(
                        path -> settings.report(name, "'" + path + "', which cannot be read", "a file with " + what));
        return file.filter(Files::isReadable);
    }

    /** A token in the clear goes nowhere but to this machine. */
    private static boolean isLocal(String url) {
        return url.startsWith("http://localhost:") || url.startsWith("http://127.0.0.1:");
    }

    private static String scheme(String url) {
        return url.contains("://") ? url.substring(0, url.indexOf("://") + 3) : "an SSH address";
    }
}
