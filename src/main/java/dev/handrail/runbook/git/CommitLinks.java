package dev.handrail.runbook.git;

import java.util.Optional;
import java.util.regex.Pattern;

/** Where a commit can be seen in a browser: known for GitHub, GitLab and Bitbucket, whose host says so in its name. */
final class CommitLinks {
    static final CommitLinks NONE = new CommitLinks("");

    private static final Pattern WEB = Pattern.compile("https?://(?:[^/@]*@)?([^/:]+)(?::\\d+)?/(.+?)(?:\\.git)?/?");
    private static final Pattern SSH =
            Pattern.compile("(?:ssh://)?(?:[^/@]+@)([^/:]+)(?::\\d+)?[:/](.+?)(?:\\.git)?/?");

    private final String prefix;

    private CommitLinks(String prefix) {
        this.prefix = prefix;
    }

    /** @param remote the repository's address, over HTTPS or SSH */
    static CommitLinks of(String remote) {
        var web = WEB.matcher(remote);
        var ssh = SSH.matcher(remote);
        if (web.matches()) {
            return of(web.group(1), web.group(2));
        }
        return ssh.matches() ? of(ssh.group(1), ssh.group(2)) : NONE;
    }

    private static CommitLinks of(String host, String path) {
        var repository = "https://" + host + "/" + path;
        if (host.contains("github")) {
            return new CommitLinks(repository + "/commit/");
        }
        if (host.contains("gitlab")) {
            return new CommitLinks(repository + "/-/commit/");
        }
        return host.contains("bitbucket") ? new CommitLinks(repository + "/commits/") : NONE;
    }

    Optional<String> to(String commit) {
        return prefix.isEmpty() ? Optional.empty() : Optional.of(prefix + commit);
    }
}
