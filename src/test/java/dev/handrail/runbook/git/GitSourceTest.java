package dev.handrail.runbook.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handrail.platform.SettableClock;
import dev.handrail.platform.source.Problem;
import dev.handrail.runbook.current.CurrentLibrary;
import dev.handrail.runbook.current.Snapshot;
import dev.handrail.runbook.current.SourceUnavailableException;
import dev.handrail.runbook.library.InMemoryLastGood;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitSourceTest {
    private static final String TOKEN = "ghp_a-token-that-nobody-may-see";

    @TempDir
    private Path temp;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T10:00:00Z"));
    private final List<AutoCloseable> open = new ArrayList<>();
    private Origin origin;

    @BeforeEach
    void prepare() {
        origin = Origin.in(temp.resolve("origin"));
    }

    @AfterEach
    void close() throws Exception {
        for (var closeable : open) {
            closeable.close();
        }
        origin.close();
    }

    private GitSource source(String url, Optional<String> branch, String folder, Access access) {
        var settings =
                new GitSettings(url, branch, folder, access, Duration.ofMinutes(1), temp.resolve("data/runbooks"));
        var source = new GitSource(settings, clock);
        open.add(source);
        return source;
    }

    private GitSource source(String url) {
        return source(url, Optional.of("main"), "", new Access.Open());
    }

    private static String text(Snapshot snapshot, String path) {
        try {
            return Files.readString(snapshot.folder().resolve(path));
        } catch (IOException e) {
            throw new AssertionError("no " + path + " in " + snapshot, e);
        }
    }

    @Nested
    class GivenARepository {
        @Test
        void whenOpened_thenTheFilesOfTheBranchAreThereAndItSaysWhichCommit() {
            var commit = origin.write("a.md", "One.")
                    .write("picture.png", "not text")
                    .commit("first");

            var snapshot = source(origin.url()).open();

            assertThat(text(snapshot, "a.md")).isEqualTo("One.");
            assertThat(snapshot.folder().resolve("picture.png")).doesNotExist();
            assertThat(snapshot.standing().commit()).hasValue(commit);
            assertThat(snapshot.standing().reachedAt()).hasValue(clock.instant());
            assertThat(snapshot.standing().fault()).isEmpty();
            assertThat(snapshot.standing().place()).isEqualTo(origin.url() + " (branch main)");
        }

        @Test
        void whenNoBranchIsNamed_thenItIsTheOneThatTheRepositoryNames() {
            origin.write("a.md", "One.").commit("first");

            var snapshot = source(origin.url(), Optional.empty(), "", new Access.Open())
                    .open();

            assertThat(text(snapshot, "a.md")).isEqualTo("One.");
        }

        @Test
        void whenSomebodyPushes_thenTheNextLookHasIt() {
            origin.write("a.md", "One.").commit("first");
            var source = source(origin.url());
            var first = source.open();
            assertThat(source.refresh().version()).isEqualTo(first.version());

            origin.write("a.md", "Two.").commit("second");
            var second = source.refresh();

            assertThat(second.version()).isNotEqualTo(first.version());
            assertThat(text(second, "a.md")).isEqualTo("Two.");
            assertThat(first.folder()).doesNotExist();
        }

        @Test
        void whenHistoryIsRewritten_thenTheBranchCountsAsItIsNow() {
            origin.write("a.md", "One.").commit("first");
            origin.write("a.md", "Two.").commit("second");
            var source = source(origin.url());
            source.open();

            var amended = origin.write("a.md", "Three.").amend("another second");

            assertThat(text(source.refresh(), "a.md")).isEqualTo("Three.");
            assertThat(source.refresh().standing().commit()).hasValue(amended);
            assertThat(source.refresh().standing().fault()).isEmpty();
        }

        @Test
        void whenTheBranchIsRemoved_thenTheFilesStayAndItSaysSo() {
            var commit = origin.write("a.md", "One.").commit("first");
            var source = source(origin.url());
            source.open();

            origin.renameBranch("main", "trunk");
            clock.advance(Duration.ofMinutes(1));
            var snapshot = source.refresh();

            assertThat(text(snapshot, "a.md")).isEqualTo("One.");
            assertThat(snapshot.standing().commit()).hasValue(commit);
            assertThat(snapshot.standing().fault())
                    .hasValueSatisfying(fault -> assertThat(fault)
                            .contains("the branch 'main' is not there: check HANDRAIL_RUNBOOKS_BRANCH"));
            assertThat(snapshot.standing().reachedAt()).hasValue(clock.instant().minus(Duration.ofMinutes(1)));
        }

        @Test
        void whenOneFolderOfItIsTheLibrary_thenNothingElseIsWritten() {
            origin.write("docs/runbooks/a.md", "One.").write("other/b.md", "Two.");
            origin.commit("first");

            var snapshot = source(origin.url(), Optional.of("main"), "docs/runbooks", new Access.Open())
                    .open();

            assertThat(text(snapshot, "a.md")).isEqualTo("One.");
            assertThat(snapshot.folder().resolve("other")).doesNotExist();
            assertThat(snapshot.folder().resolve("owners.yml")).doesNotExist();
        }

        @Test
        void whenItHoldsLinksAndSubmodules_thenOnlyWhatLeadsToAFileOfItIsWritten() {
            origin.write("a.md", "One.").link("in.md", "a.md");
            origin.link("out.md", "/etc/passwd").link("up.md", "../secret.md").link("gone.md", "nowhere.md");
            var commit = origin.commit("first");
            origin.submodule("vendor.md", commit).commitIndex("a submodule");

            var snapshot = source(origin.url()).open();

            assertThat(text(snapshot, "in.md")).isEqualTo("One.");
            assertThat(snapshot.problems())
                    .extracting(problem -> problem.at().file() + " " + problem.rule())
                    .containsExactlyInAnyOrder(
                            "gone.md symbolic-link",
                            "out.md symbolic-link",
                            "up.md symbolic-link",
                            "vendor.md submodule");
            assertThat(snapshot.folder().resolve("out.md")).doesNotExist();
        }

        @Test
        void whenAFileIsFarTooLong_thenItIsLeftOutAndNamed() {
            origin.write("a.md", "One.").write("long.md", "x".repeat(9 * 1024 * 1024));
            origin.commit("first");

            var snapshot = source(origin.url()).open();

            assertThat(snapshot.problems()).extracting(Problem::rule).containsExactly("too-long");
            assertThat(snapshot.folder().resolve("long.md")).doesNotExist();
        }

        @Test
        void whenACommitIsBroken_thenTheLibraryKeepsWhatWasGoodAndNamesTheLine() {
            origin.write("a.md", "---\nowner: payments\n---\n# Good\n\nDo.\n").commit("first");
            var source = source(origin.url());
            var lastGood = new InMemoryLastGood();
            try (var library = CurrentLibrary.open(source, lastGood)) {
                origin.write("a.md", "---\nowner: nobody\n---\n# Broken\n\nDo.\n")
                        .write("flows.yml", "flows: [");
                origin.commit("broken");
                library.reload();

                assertThat(library.library().byPath("a.md").orElseThrow().title())
                        .isEqualTo("Good");
                assertThat(library.library().problems().toString()).contains("a.md:2", "flows.yml:1");
                assertThat(library.library().catalogue().flows()).hasSize(1);
            }
        }
    }

    @Nested
    class GivenAServerThatWantsAToken {
        @Test
        void whenItIsRight_thenTheFilesAreFetchedOverHttp() {
            origin.write("a.md", "One.").commit("first");
            try (var http = GitHttp.serve(temp, Optional.of(TOKEN))) {
                var source = source(
                        http.url("origin/.git"), Optional.of("main"), "", new Access.Token("x-access-token", TOKEN));

                assertThat(text(source.open(), "a.md")).isEqualTo("One.");
                origin.write("a.md", "Two.").commit("second");
                assertThat(text(source.refresh(), "a.md")).isEqualTo("Two.");
            }
        }

        @Test
        void whenItIsWrong_thenItRefusesToStartAndShowsNoToken() {
            origin.write("a.md", "One.").commit("first");
            try (var http = GitHttp.serve(temp, Optional.of("another token"))) {
                var source = source(
                        http.url("origin/.git"), Optional.of("main"), "", new Access.Token("x-access-token", TOKEN));

                assertThatThrownBy(source::open)
                        .isInstanceOf(SourceUnavailableException.class)
                        .hasMessageContaining("not authorized")
                        .hasMessageContaining("check HANDRAIL_RUNBOOKS_TOKEN")
                        .hasMessageContaining("there is no earlier copy")
                        .hasMessageNotContaining(TOKEN);
            }
        }

        @Test
        void whenThereIsNone_thenItSaysThatOneIsWanted() {
            origin.write("a.md", "One.").commit("first");
            try (var http = GitHttp.serve(temp, Optional.of(TOKEN))) {
                assertThatThrownBy(() -> source(http.url("origin/.git")).open())
                        .hasMessageContaining("it wants a token: set HANDRAIL_RUNBOOKS_TOKEN");
            }
        }
    }

    @Nested
    class GivenAServerThatIsAway {
        @Test
        void whenThereIsAnEarlierCopy_thenHandrailStartsWithItAndSaysSo() {
            var commit = origin.write("a.md", "One.").commit("first");
            String url;
            try (var http = GitHttp.serve(temp, Optional.empty())) {
                url = http.url("origin/.git");
                source(url).open();
            }

            var again = source(url).open();

            assertThat(text(again, "a.md")).isEqualTo("One.");
            assertThat(again.standing().commit()).hasValue(commit);
            assertThat(again.standing().reachedAt()).isEmpty();
            assertThat(again.standing().fault())
                    .hasValueSatisfying(fault -> assertThat(fault).contains("127.0.0.1"));
        }

        @Test
        void whenThereIsNone_thenItRefusesToStart() {
            assertThatThrownBy(
                            () -> source("http://127.0.0.1:1/nobody/here.git").open())
                    .isInstanceOf(SourceUnavailableException.class)
                    .hasMessageContaining("http://127.0.0.1:1/nobody/here.git (branch main)")
                    .hasMessageContaining("there is no earlier copy");
        }
    }
}
