package dev.handrail.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The git of whoever runs the tests, as a runbook's owner would use it. */
public final class Git {
    private Git() {}

    /** Applies a patch in a folder; skips the test where there is no git. */
    public static void apply(Path folder, String patch) {
        try {
            var git = new ProcessBuilder("git", "apply", "--whitespace=nowarn", "-")
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            try (var input = git.getOutputStream()) {
                input.write(patch.getBytes(StandardCharsets.UTF_8));
            }
            var said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(git.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(git.exitValue()).as("%s%n%s", said, patch).isZero();
        } catch (IOException e) {
            assumeTrue(!String.valueOf(e.getMessage()).contains("No such file"), "there is no git here");
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while git applies a patch", e);
        }
    }
}
