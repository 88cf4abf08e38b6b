package dev.handrail.runbook.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.platform.source.Problem;
import dev.handrail.runbook.Revision;
import dev.handrail.runbook.Runbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryReaderTest {
    private static final String GOOD = "---\nid: good\nowner: payments\nflow: orders\n---\n# Good\n\nDo.\n";

    @TempDir
    private Path temp;

    private Folder folder;
    private final InMemoryLastGood lastGood = new InMemoryLastGood();

    @BeforeEach
    void prepare() {
        folder = Folder.withOwners(temp.resolve("library"));
    }

    private LibraryResult result() {
        return LibraryReader.read(folder.path(), lastGood);
    }

    private Library library() {
        return switch (result()) {
            case LibraryResult.Loaded loaded -> loaded.library();
            case LibraryResult.Refused refused ->
                throw new AssertionError(refused.problems().toString());
        };
    }

    private List<String> paths() {
        return library().runbooks().stream().map(Runbook::path).toList();
    }

    private List<String> said() {
        return result().problems().stream().map(Problem::toString).toList();
    }

    @Nested
    class GivenAFolder {
        @Test
        void whenRead_thenAllMarkdownInItIsARunbookButReadmesAndHiddenFiles() {
            folder.write("b.md", "Text.")
                    .write("a/deep/c.md", "Text.")
                    .write("README.md", "Text.")
                    .write("a/readme.md", "Text.")
                    .write(".hidden.md", "Text.")
                    .write(".git/d.md", "Text.")
                    .write("notes.txt", "Text.");

            assertThat(paths()).containsExactly("a/deep/c.md", "b.md");
            assertThat(library().byId("a/deep/c")).isPresent();
            assertThat(library().byPath("b.md")).isPresent();
            assertThat(library().byPath("c.md")).isEmpty();
            assertThat(said()).isEmpty();
        }

        @Test
        void whenALinkLeadsOutOfIt_thenItIsNotFollowedButWithinItIs() throws IOException {
            Files.writeString(temp.resolve("secret.md"), "Secret.");
            folder.write("..data/real.md", "Text.");
            Files.createSymbolicLink(folder.path().resolve("out.md"), temp.resolve("secret.md"));
            Files.createSymbolicLink(folder.path().resolve("in.md"), Path.of("..data/real.md"));
            Files.createSymbolicLink(folder.path().resolve("gone.md"), Path.of("nowhere.md"));

            assertThat(paths()).containsExactly("in.md");
        }

        @Test
        void whenItIsItselfALink_thenItIsRead() throws IOException {
            folder.write("a.md", "Text.");
            var link = Files.createSymbolicLink(temp.resolve("link"), folder.path());

            assertThat(LibraryReader.read(link, lastGood))
                    .isInstanceOfSatisfying(
                            LibraryResult.Loaded.class,
                            loaded -> assertThat(loaded.library().runbooks()).hasSize(1));
        }

        @Test
        void whenAFileIsNotUtf8_thenThatIsAnError() throws IOException {
            Files.write(folder.path().resolve("a.md"), new byte[] {'a', (byte) 0xE9, 'b'});

            assertThat(said())
                    .containsExactly(
                            "a.md:1:1: error not-utf-8: found bytes that are not UTF-8; wanted a text file in UTF-8");
        }
    }

    @Nested
    class GivenFilesThatDisagree {
        @Test
        void whenAnIdIsThereTwice_thenTheFirstByPathKeepsIt() {
            folder.write("a.md", "---\nid: x\n---\nText.").write("b.md", "---\nstatus: draft\nid: x\n---\nText.");

            assertThat(said())
                    .containsExactly(
                            "b.md:3:5: error duplicate-id: found 'x', which a.md has; wanted an id of its own");
            assertThat(paths()).containsExactly("a.md");
        }

        @Test
        void whenAnOwnerOrFlowIsUnknown_thenTheNearestIsNamed() {
            folder.write("a.md", "---\nowner: paymets\nflow:   invoices\n---\nText.");

            assertThat(said())
                    .containsExactly(
                            "a.md:2:8: error unknown-owner: found 'paymets'; wanted 'payments'",
                            "a.md:3:9: error unknown-flow: found 'invoices'; wanted one of orders");
            assertThat(paths()).isEmpty();
        }

        @Test
        void whenAJumpLeadsNowhere_thenTheOutcomeIsNamed() {
            folder.write("other.md", "# T\n\n## Fix\n\n### Replay\n\nDo.\n")
                    .write(
                            "a.md",
                            "## Fix\n\nDo.\n\n- **A** → [x](other.md#replay)\n- **B** → [x](oter.md)\n- **C** → [x](other.md#reply)\n");

            assertThat(said())
                    .containsExactly(
                            "a.md:6:9: error unknown-runbook: found 'oter.md'; wanted 'other.md'",
                            "a.md:7:9: error unknown-step: found 'other.md#reply'; wanted 'replay'");
        }

        @Test
        void whenAJumpLeadsToAFileAtFault_thenBothAreOut() {
            folder.write("a.md", "## Fix\n\nDo.\n\n- **A** → [x](b.md)\n").write("b.md", "---\nid: \n---\nText.");

            assertThat(paths()).isEmpty();
            assertThat(result().problems()).extracting(Problem::rule).containsExactly("unknown-runbook", "wrong-kind");
        }

        @Test
        void whenTwoHaveEqualRules_thenThatIsAWarning() {
            folder.write("a.md", "---\nmatch: ['{x=\"1\", y=\"2\"}']\n---\nText.")
                    .write("b.md", "---\nid: b\nmatch:\n  - z=\"3\"\n  - '{y=\"2\", x=\"1\"}'\n---\nText.");

            assertThat(said())
                    .containsExactly("b.md:4:3: warning equal-match: found {y=\"2\", x=\"1\"}, which a.md has too;"
                            + " wanted rules that tell the two runbooks apart");
            assertThat(paths()).containsExactly("a.md", "b.md");
        }
    }

    @Nested
    class GivenARunbookThatWasGood {
        @BeforeEach
        void read() {
            folder.write("a.md", GOOD);
            assertThat(library().runbooks()).hasSize(1);
        }

        @Test
        void whenItBreaks_thenItsLastGoodRevisionStays() {
            folder.write("a.md", GOOD.replace("flow", "flwo"));

            assertThat(said()).containsExactly("a.md:4:1: error unknown-key: found 'flwo'; wanted 'flow'");
            assertThat(library().runbooks()).extracting(Runbook::revision).containsExactly(Revision.of(GOOD));
        }

        @Test
        void whenItBreaksARuleAmongFiles_thenItsLastGoodRevisionStays() {
            folder.write("a.md", GOOD.replace("payments", "nobody"));

            assertThat(library().runbooks()).extracting(Runbook::revision).containsExactly(Revision.of(GOOD));
        }

        @Test
        void whenItsLastGoodRevisionNoLongerHolds_thenItIsOut() {
            folder.write("owners.yml", "default: commerce\nowners: {commerce: {contacts: [{slack_user: U01ANA}]}}");

            assertThat(said())
                    .containsExactly("a.md:3:8: error unknown-owner: found 'payments'; wanted one of commerce");
            assertThat(paths()).isEmpty();
        }

        @Test
        void whenItIsMended_thenTheNewRevisionIsTaken() {
            folder.write("a.md", GOOD + "More.");

            assertThat(library().runbooks()).extracting(Runbook::revision).containsExactly(Revision.of(GOOD + "More."));
            assertThat(lastGood.text("a.md")).contains(GOOD + "More.");
        }

        @Test
        void whenItIsDeleted_thenItIsOut() {
            folder.delete("a.md");

            assertThat(paths()).isEmpty();
        }
    }

    @Nested
    class GivenNoOwners {
        @Test
        void whenRead_thenThereIsNoLibraryAndEveryProblemIsTold() {
            folder.delete("owners.yml").write("flows.yml", "").write("a.md", "---\nid: [x]\n---\nText.");

            assertThat(result()).isInstanceOf(LibraryResult.Refused.class);
            assertThat(said())
                    .containsExactly(
                            "a.md:2:5: error wrong-kind: found a list; wanted text",
                            "flows.yml:1:1: error empty: found nothing; wanted keys and values",
                            "owners.yml:1:1: error missing-file: found no owners.yml; wanted the file, beside the runbooks");
        }
    }
}
