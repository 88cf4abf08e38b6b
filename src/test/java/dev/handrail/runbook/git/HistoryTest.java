package dev.handrail.runbook.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryTest {
    private static final String TEXT =
            "# Order export stuck\n\nLook at the queue, then at the worker.\n\nRestart it.\n";

    @TempDir
    private Path temp;

    private Origin origin() {
        var origin = Origin.in(temp.resolve("origin"));
        origin.write("books/old-name.md", TEXT).commit("orders: first runbook");
        origin.move("books/old-name.md", "books/export.md").commit("orders: a better name");
        origin.write("books/other.md", "Other.").commit("another one");
        origin.write("books/export.md", TEXT + "Tell the owner.\n").commit("orders: tell the owner\n\nBecause.");
        return origin;
    }

    @Test
    void givenAFileThatWasRenamed_whenAsked_thenEveryCommitThatChangedItIsToldNewestFirst() {
        try (var origin = origin();
                var source = source(origin)) {
            source.open();
            var changes = source.history().of("export.md", 10);

            assertThat(changes)
                    .extracting(Change::subject)
                    .containsExactly("orders: tell the owner", "orders: a better name", "orders: first runbook");
            assertThat(changes).extracting(Change::author).containsOnly("Ana Ruiz");
            assertThat(changes.getFirst().at()).isEqualTo(Instant.parse("2026-11-01T12:00:00Z"));
            assertThat(changes.getFirst().abbreviated()).hasSize(8);
            assertThat(source.history().of("export.md", 1)).hasSize(1);
            assertThat(source.history().of("none.md", 10)).isEmpty();
        }
    }

    @Test
    void givenABranch_whenAskedForAllFiles_thenEachHasItsNewestChange() {
        try (var origin = origin();
                var source = source(origin)) {
            source.open();
            var history = source.history();
            assertThat(newest(history, "export.md")).isEqualTo("orders: tell the owner");
            assertThat(newest(history, "other.md")).isEqualTo("another one");

            origin.write("books/other.md", "Changed.").commit("changed");
            source.refresh();

            assertThat(newest(history, "other.md")).isEqualTo("changed");
        }
    }

    @Test
    void givenAFolderInAWorkTree_whenAsked_thenItsLogIsRead() {
        try (var origin = origin()) {
            var history =
                    Histories.around(origin.work().resolve("books")).history().orElseThrow();

            assertThat(history.of("export.md", 10)).hasSize(3);
            assertThat(history.newest()).containsKeys("export.md", "other.md");
        }
    }

    @Test
    void givenAPlainFolder_whenAsked_thenThereIsNoHistory() {
        assertThat(Histories.around(temp).history()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://github.com/team/books.git, https://github.com/team/books/commit/abc",
        "git@github.com:team/books.git, https://github.com/team/books/commit/abc",
        "ssh://git@gitlab.example.org:2222/team/sub/books.git, https://gitlab.example.org/team/sub/books/-/commit/abc",
        "https://bitbucket.org/team/books, https://bitbucket.org/team/books/commits/abc",
        "https://git.example.org/team/books.git, ''",
        "file:///srv/books, ''"
    })
    void givenARemote_whenACommitIsLinked_thenItLeadsToItsPageWhereThatIsKnown(String remote, String link) {
        assertThat(CommitLinks.of(remote).to("abc").orElse("")).isEqualTo(link);
    }

    private static String newest(History history, String path) {
        return Optional.ofNullable(history.newest().get(path))
                .map(Change::subject)
                .orElse("");
    }

    private GitSource source(Origin origin) {
        var settings = new GitSettings(
                origin.url(),
                Optional.of("main"),
                "books",
                new Access.Open(),
                Duration.ofMinutes(1),
                temp.resolve("data/runbooks"));
        return new GitSource(settings, InstantSource.system());
    }
}
