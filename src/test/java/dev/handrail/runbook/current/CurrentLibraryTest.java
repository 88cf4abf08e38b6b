package dev.handrail.runbook.current;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.handrail.platform.source.Problem;
import dev.handrail.runbook.library.Folder;
import dev.handrail.runbook.library.InMemoryLastGood;
import dev.handrail.runbook.library.LibraryResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurrentLibraryTest {
    @TempDir
    private Path temp;

    private Folder folder;
    private CurrentLibrary current;
    private final InMemoryLastGood lastGood = new InMemoryLastGood();

    @BeforeEach
    void open() {
        folder = Folder.withOwners(temp.resolve("library")).write("a.md", "Text.");
        current = opened();
    }

    private CurrentLibrary opened() {
        var source = new FolderSource(folder.path(), InstantSource.system(), Duration.ofMillis(20));
        return CurrentLibrary.open(source, lastGood);
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
    void givenBrokenOwners_whenReloaded_thenTheLastGoodOnesStayWithTheProblemsAndRunbooksStillFollow() {
        folder.write("owners.yml", "owners: [").write("b.md", "Text.");

        assertThat(current.reload()).isInstanceOf(LibraryResult.Loaded.class);
        assertThat(current.library().runbooks()).hasSize(2);
        assertThat(current.library().catalogue().owners()).hasSize(2);
        assertThat(current.library().problems()).extracting(Problem::rule).containsExactly("yaml-syntax");
    }

    @Test
    void givenBrokenOwners_whenHandrailStartsAgain_thenTheLastGoodOnesAreThere() {
        folder.write("owners.yml", "owners: [");
        current.close();

        current = opened();

        assertThat(current.library().catalogue().owners()).hasSize(2);
        assertThat(current.library().problems()).extracting(Problem::rule).containsExactly("yaml-syntax");
    }

    @Test
    void givenOwnersThatNeverWereGood_whenOpened_thenItRefusesAndNamesTheProblem() {
        folder.write("owners.yml", "owners: [");
        lastGood.forget();

        assertThatThrownBy(this::opened)
                .isInstanceOf(LibraryRefusedException.class)
                .hasMessageContaining("owners.yml:1:")
                .hasMessageContaining("yaml-syntax");
    }

    @Test
    void givenAWatch_whenItIsWoken_thenItLooksAtOnce() {
        var source = new FolderSource(folder.path(), InstantSource.system(), Duration.ofHours(1));
        try (var seldom = CurrentLibrary.open(source, lastGood)) {
            seldom.watch();
            await().until(() -> seldom.standing().reachedAt().isPresent());
            folder.write("b.md", "Text.");
            seldom.wake();
            await().untilAsserted(() -> assertThat(seldom.library().runbooks()).hasSize(2));
        }
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
        await().untilAsserted(() -> assertThat(current.standing().fault()).isPresent());
        assertThat(current.library().runbooks()).hasSize(1);

        new Folder(away).write("b.md", "Text.");
        Files.move(away, folder.path(), StandardCopyOption.ATOMIC_MOVE);
        await().untilAsserted(() -> assertThat(current.library().runbooks()).hasSize(2));
        assertThat(current.standing().fault()).isEmpty();
    }
}
