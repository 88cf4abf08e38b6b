package dev.handrail.runbook.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.handrail.platform.source.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurrentLibraryTest {
    @TempDir
    private Path temp;

    private Folder folder;
    private CurrentLibrary current;

    @BeforeEach
    void open() {
        folder = Folder.withOwners(temp.resolve("library")).write("a.md", "Text.");
        var lastGood = new InMemoryLastGood();
        var first = (LibraryResult.Loaded) LibraryReader.read(folder.path(), lastGood);
        current = new CurrentLibrary(folder.path(), lastGood, first.library(), Duration.ofMillis(20));
    }

    @AfterEach
    void close() {
        current.close();
    }

    @Test
    void givenAChange_whenReloaded_thenItIsThereAndOldReadersKeepWhatTheyHave() {
        var before = current.library();
        folder.write("b.md", "Text.");

        assertThat(current.reload()).isInstanceOf(LibraryResult.Loaded.class);
        assertThat(current.library().runbooks()).hasSize(2);
        assertThat(before.runbooks()).hasSize(1);
    }

    @Test
    void givenBrokenOwners_whenReloaded_thenTheLibraryStaysWithTheProblems() {
        folder.write("owners.yml", "owners: [").write("b.md", "Text.");

        assertThat(current.reload()).isInstanceOf(LibraryResult.Refused.class);
        assertThat(current.library().runbooks()).hasSize(1);
        assertThat(current.library().problems()).extracting(Problem::rule).containsExactly("yaml-syntax");
    }

    @Test
    void givenAWatch_whenFilesComeChangeAndGo_thenTheLibraryFollows() {
        current.watch();
        current.watch();

        folder.write("b.md", "Text.");
        await().untilAsserted(() -> assertThat(current.library().runbooks()).hasSize(2));
        folder.write("b.md", "# Another title\n\nText.");
        await().untilAsserted(() -> assertThat(
                        current.library().byPath("b.md").orElseThrow().title())
                .isEqualTo("Another title"));
        folder.delete("a.md");
        await().untilAsserted(() -> assertThat(current.library().runbooks()).hasSize(1));
    }

    @Test
    void givenAWatch_whenTheFolderIsAwayForAWhile_thenTheLibraryStaysAndFollowsAgain() throws IOException {
        current.watch();
        var away = temp.resolve("away");
        Files.move(folder.path(), away, StandardCopyOption.ATOMIC_MOVE);
        await().during(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(current.library().runbooks()).hasSize(1));

        new Folder(away).write("b.md", "Text.");
        Files.move(away, folder.path(), StandardCopyOption.ATOMIC_MOVE);
        await().untilAsserted(() -> assertThat(current.library().runbooks()).hasSize(2));
    }
}
