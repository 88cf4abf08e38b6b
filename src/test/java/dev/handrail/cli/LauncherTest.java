package dev.handrail.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, with JDKs that only say that they were called. */
class LauncherTest {
    private static final Path LAUNCHER = Path.of("handrail").toAbsolutePath();

    @TempDir
    private Path folder;

    private Path installation;

    @BeforeEach
    void install() throws IOException {
        installation = Files.createDirectories(folder.resolve("opt/handrail"));
        Files.copy(LAUNCHER, installation.resolve("handrail"));
        Files.createDirectories(installation.resolve("lib"));
        Files.writeString(installation.resolve("lib/handrail.jar"), "");
    }

    private Path jdk(String name, int version) throws IOException {
        var home = folder.resolve("jdks/" + name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + ".0.1\"\n");
        script(home.resolve("bin/java"), "echo \"java of " + name + " $*\"");
        script(home.resolve("bin/javac"), "exit 0");
        return home;
    }

    private static void script(Path file, String line) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private record Ran(int exitCode, String output) {}

    private Ran run(Map<String, String> environment, String... arguments) throws Exception {
        return run(installation.resolve("handrail"), environment, arguments);
    }

    private Ran run(Path launcher, Map<String, String> environment, String... arguments) throws Exception {
        var command = new ArrayList<String>();
        command.add("sh");
        command.add(launcher.toString());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        var variables = new HashMap<>(Map.of(
                "PATH", "/usr/bin:/bin",
                "HOME", folder.toString(),
                "HANDRAIL_JVM_DIRS", folder.resolve("jdks").toString()));
        variables.putAll(environment);
        builder.environment().clear();
        builder.environment().putAll(variables);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), output);
    }

    /** A PATH with the tools that the launcher needs, and no java on it. */
    private String pathWithoutJava() throws IOException {
        var bin = Files.createDirectories(folder.resolve("bin"));
        for (var tool :
                List.of("sh", "dirname", "readlink", "sed", "find", "head", "mktemp", "cat", "rm", "touch", "sleep")) {
            script(bin.resolve(tool), "exec /usr/bin/" + tool + " \"$@\"");
        }
        return bin.toString();
    }

    @Nested
    class GivenAnInstallation {
        @Test
        void whenJavaHomeFits_thenItIsTaken() throws Exception {
            jdk("other", 26);
            var chosen = jdk("chosen", 25);

            var ran = run(Map.of("JAVA_HOME", chosen.toString()), "serve", "--x", "a b");

            assertThat(ran.output()).startsWith("java of chosen ").endsWith("lib/handrail.jar serve --x a b\n");
            assertThat(ran.exitCode()).isZero();
        }

        @Test
        void whenJavaHomeIsTooOld_thenAnotherIsFound() throws Exception {
            var old = jdk("a-old", 17);
            jdk("b-new", 25);

            assertThat(run(Map.of("JAVA_HOME", old.toString(), "PATH", pathWithoutJava()), "verify")
                            .output())
                    .startsWith("java of b-new ");
        }

        @Test
        void whenNoneFits_thenOneSentenceSaysSo() throws Exception {
            jdk("old", 17);
            Files.createDirectories(folder.resolve("jdks/empty"));

            var ran = run(Map.of("PATH", pathWithoutJava()), "demo");

            assertThat(ran.exitCode()).isEqualTo(1);
            assertThat(ran.output())
                    .isEqualTo("Handrail needs a JDK 25 or newer and found none: install one (https://adoptium.net), "
                            + "or set JAVA_HOME to it.\n");
        }

        @Test
        void whenCalledThroughLinks_thenItFindsItself() throws Exception {
            jdk("new", 25);
            var bin = Files.createDirectories(folder.resolve("usr/bin"));
            var link = Files.createSymbolicLink(bin.resolve("handrail"), Path.of("../../opt/link"));
            Files.createSymbolicLink(folder.resolve("opt/link"), Path.of("handrail/handrail"));

            assertThat(run(link, Map.of("PATH", pathWithoutJava()), "--version").output())
                    .contains("-Dhandrail.home=" + installation.toRealPath())
                    .contains("-jar " + installation.toRealPath() + "/lib/handrail.jar --version");
        }
    }

    /** A JDK that can learn: it writes what it is told to, and says so of what it is given. */
    @Nested
    class GivenAJdkThatLearns {
        private Path cache() {
            return installation.resolve("lib/handrail-25.0.1_8.aot");
        }

        private Path learner(String script) throws IOException {
            var home = jdk("learner", 25);
            Files.writeString(home.resolve("release"), "JAVA_VERSION=\"25.0.1\"\nJAVA_RUNTIME_VERSION=\"25.0.1+8\"\n");
            Files.createDirectories(home.resolve("lib/server"));
            Files.writeString(home.resolve("lib/server/libjvm.so"), "");
            script(home.resolve("bin/java"), script);
            return home;
        }

        private Ran run(Path jdk) throws Exception {
            return LauncherTest.this.run(Map.of("JAVA_HOME", jdk.toString()), "lint");
        }

        private void olderJar() throws IOException {
            var jar = installation.resolve("lib/handrail.jar");
            Files.setLastModifiedTime(jar, FileTime.from(Instant.now().minusSeconds(60)));
        }

        @Test
        void whenRunAgain_thenItStartsWithWhatItHasLearnt() throws Exception {
            olderJar();
            var jdk = learner(
                    "case \"$*\" in *AOTCacheOutput=*) for word do case $word in *AOTCacheOutput=*) echo learnt > \"${word#*=}\" ;; esac; done ;; "
                            + "*) echo \"java $*\" ;; esac");

            assertThat(run(jdk).output()).contains("-jar ", " lint\n").doesNotContain("AOT");
            await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(cache()) && !Files.exists(lock()));
            assertThat(run(jdk).output()).contains("-XX:AOTCache=" + cache() + " ", " lint\n");

            Files.setLastModifiedTime(
                    installation.resolve("lib/handrail.jar"),
                    FileTime.from(Instant.now().plusSeconds(60)));
            assertThat(run(jdk).output()).doesNotContain("AOTCache=");
            await().atMost(Duration.ofSeconds(20)).until(() -> !Files.exists(lock()));
        }

        @Test
        void whenItCannot_thenTheCommandDoesNotMindAndItIsNotTriedAgain() throws Exception {
            olderJar();
            var jdk = learner("case \"$*\" in *AOTCacheOutput=*) echo tried >> " + folder.resolve("tries")
                    + "; exit 1 ;; *) echo \"java $*\" ;; esac");

            assertThat(run(jdk).exitCode()).isZero();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> Files.exists(Path.of(cache() + ".none")) && !Files.exists(lock()));
            assertThat(run(jdk).output()).contains(" lint\n");
            assertThat(folder.resolve("tries")).hasContent("tried");
        }

        private Path lock() {
            return Path.of(cache() + ".lock");
        }

        @Test
        void whenItIsSwitchedOff_thenNothingIsLearnt() throws Exception {
            var jdk = learner("echo \"java $*\"");
            Files.writeString(cache(), "learnt");
            olderJar();

            var ran = LauncherTest.this.run(Map.of("JAVA_HOME", jdk.toString(), "HANDRAIL_AOT", "off"), "lint");

            assertThat(ran.output()).doesNotContain("AOT");
        }
    }

    @Nested
    class GivenACheckout {
        @BeforeEach
        void checkOut() throws IOException {
            Files.writeString(installation.resolve("pom.xml"), "<project/>");
            Files.createDirectories(installation.resolve("src/main"));
            Files.createDirectories(installation.resolve("target"));
            script(installation.resolve("mvnw"), "echo built with $JAVA_HOME; echo jar > target/handrail.jar");
        }

        @Test
        void whenThereIsNoJar_thenItIsBuiltAndSaysSo() throws Exception {
            var jdk = jdk("new", 25);

            var ran = run(Map.of("JAVA_HOME", jdk.toString()), "--version");

            assertThat(ran.output())
                    .startsWith("Building Handrail (first time: about a minute)...\njava of new ")
                    .doesNotContain("built with");
            assertThat(installation.resolve("target/handrail.jar")).exists();
        }

        @Test
        void whenNothingChanged_thenNothingIsBuilt() throws Exception {
            var jdk = jdk("new", 25);
            run(Map.of("JAVA_HOME", jdk.toString()), "--version");

            assertThat(run(Map.of("JAVA_HOME", jdk.toString()), "--version").output())
                    .startsWith("java of new ");
        }

        @Test
        void whenASourceIsNewer_thenItIsBuiltAgain() throws Exception {
            var jdk = jdk("new", 25);
            run(Map.of("JAVA_HOME", jdk.toString()), "--version");
            var source = Files.writeString(installation.resolve("src/main/A.java"), "");
            Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));

            assertThat(run(Map.of("JAVA_HOME", jdk.toString()), "--version").output())
                    .startsWith("Building Handrail, because its sources have changed");
        }

        @Test
        void whenTheBuildFails_thenMavensWordsAreShown() throws Exception {
            var jdk = jdk("new", 25);
            script(installation.resolve("mvnw"), "echo 'cannot find symbol'; exit 1");

            var ran = run(Map.of("JAVA_HOME", jdk.toString()), "serve");

            assertThat(ran.exitCode()).isEqualTo(1);
            assertThat(ran.output())
                    .contains("could not be built", "cannot find symbol")
                    .doesNotContain("java of");
        }

        @Test
        void whenOnlyARuntimeIsThere_thenItCannotBuild() throws Exception {
            var runtime = jdk("runtime", 25);
            Files.delete(runtime.resolve("bin/javac"));

            assertThat(run(Map.of("PATH", pathWithoutJava()), "serve").output()).startsWith("Handrail needs a JDK 25");
        }
    }
}
