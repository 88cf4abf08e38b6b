package dev.handrail.lint.against;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handrail.platform.source.Problem;
import dev.handrail.runbook.Parsed;
import dev.handrail.runbook.library.LibraryReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitTreeTest {
    private static final String BEFORE = """
            ---
            owner: payments
            acknowledge_within: 5m
            ---
            # Orders stuck

            ## Mitigation

            ### 1. Replay

            Press it.

            - **Replayed** → next
            - **Rejected** → escalate

            ## Verification

            ### Count them

            Count.
            """;

    @TempDir
    private Path temp;

    private Path commit(String text) throws IOException, GitAPIException {
        var books = Files.createDirectories(temp.resolve("ops/books"));
        Files.writeString(books.resolve("a.md"), text);
        Files.writeString(books.resolve("README.md"), "Guide.");
        Files.writeString(temp.resolve("other.md"), "Not of the library.");
        try (var git = Git.init().setDirectory(temp.toFile()).call()) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("first")
                    .setAuthor("Ana", "ana@example.org")
                    .setCommitter("Ana", "ana@example.org")
                    .setSign(false)
                    .call();
        }
        return books;
    }

    @Test
    void givenACommit_whenRead_thenTheRunbooksAreThoseOfTheFolder() throws Exception {
        var books = commit(BEFORE);

        assertThat(new GitTree(books, "HEAD").files()).extracting(Parsed::path).containsExactly("a.md");
    }

    @Test
    void givenAChangeThatLoosens_whenCompared_thenEachIsTold() throws Exception {
        var books = commit(BEFORE);
        Files.writeString(
                books.resolve("a.md"),
                BEFORE.replace("→ escalate", "→ next")
                        .replace("5m", "30m")
                        .replaceFirst("(?s)## Verification.*", "")
                        .replace("### 1. Replay", "### 2. Replay"));

        var told = Changes.loosened(
                new GitTree(books, "HEAD").files(), LibraryReader.survey(books), Problem.Severity.WARNING);

        assertThat(told)
                .extracting(problem -> problem.at() + " " + problem.rule() + ": " + problem.found())
                .containsExactlyInAnyOrder(
                        "a.md:3:21 clock-loosened: acknowledge_within: 30m, where it was acknowledge_within: 5m",
                        "a.md:9:1 stop-rule-removed: 'Rejected' → resolved, where it was 'Rejected' → escalate",
                        "a.md:1:1 verification-removed: no such step, where it was the step 'Count them'");
    }

    @Test
    void givenOnlyBetterWords_whenCompared_thenNothingIsTold() throws Exception {
        var books = commit(BEFORE);
        Files.writeString(
                books.resolve("a.md"),
                BEFORE.replace("**Rejected**", "**The ERP rejects it**").replace("5m", "2m"));

        assertThat(Changes.loosened(
                        new GitTree(books, "HEAD").files(), LibraryReader.survey(books), Problem.Severity.WARNING))
                .isEmpty();
    }

    @Test
    void givenAFileThatIsGone_whenCompared_thenItIsWithdrawn() throws Exception {
        var books = commit(BEFORE);
        Files.delete(books.resolve("a.md"));

        assertThat(Changes.loosened(
                        new GitTree(books, "HEAD").files(), LibraryReader.survey(books), Problem.Severity.ERROR))
                .extracting(Problem::toString)
                .containsExactly("a.md:1:1: error runbook-withdrawn: found no such file, where it was active;"
                        + " wanted what it was, or the owner's word that this is meant");
    }

    @Test
    void givenNoSuchRevision_whenRead_thenWhatToDoIsSaid() throws Exception {
        var books = commit(BEFORE);

        assertThatThrownBy(() -> new GitTree(books, "origin/main").files())
                .isInstanceOf(NoSuchRevisionException.class)
                .hasMessageContaining("There is no revision 'origin/main'")
                .hasMessageContaining("git fetch");
        assertThatThrownBy(() -> new GitTree(Path.of("/"), "HEAD").files())
                .isInstanceOf(NoSuchRevisionException.class)
                .hasMessageContaining("not in a git repository");
    }
}
