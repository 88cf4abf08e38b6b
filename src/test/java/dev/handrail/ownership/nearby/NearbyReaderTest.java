package dev.handrail.ownership.nearby;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.platform.source.Problem;
import dev.handrail.platform.source.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearbyReaderTest {
    private static final KnownNames KNOWN = new KnownNames(
            List.of("payments", "orders", "platform"), Map.of("ana@example.org", "orders", "@ben", "platform"));

    @TempDir
    private Path folder;

    private final Problems problems = new Problems();

    private NearbyReaderTest with(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    private String owner(String path) {
        return NearbyReader.read(folder, KNOWN, problems)
                .of(path)
                .map(named -> named.owner() + " at " + named.at())
                .orElse("nobody");
    }

    private List<String> said() {
        return problems.sorted().stream().map(Problem::toString).toList();
    }

    @Nested
    class GivenOwnersFiles {
        @Test
        void whenSeveralStandAboveAFile_thenTheNearestHolds() throws IOException {
            with("OWNERS", "approvers: [platform]\n").with("a/OWNERS", "reviewers: [payments]\napprovers: [orders]\n");
            with("x.md", "x").with("a/b/y.md", "y");

            assertThat(owner("x.md")).isEqualTo("platform at OWNERS:1:13");
            assertThat(owner("a/b/y.md")).isEqualTo("orders at a/OWNERS:2:13");
            assertThat(owner("a/b/y.md#OrdersStuck")).isEqualTo("orders at a/OWNERS:2:13");
            assertThat(said()).isEmpty();
        }

        @Test
        void whenAFilterFindsTheFile_thenItsNamesComeFirst() throws IOException {
            with("OWNERS", "filters:\n  'pay.*':\n    approvers: [payments]\napprovers: [platform]\n");
            with("pay-x.md", "x").with("y.md", "y");

            assertThat(owner("pay-x.md")).isEqualTo("payments at OWNERS:3:17");
            assertThat(owner("y.md")).isEqualTo("platform at OWNERS:4:13");
        }

        @Test
        void whenNobodyThereIsKnown_thenThatIsAWarningAndTheFolderAboveHolds() throws IOException {
            with("OWNERS", "approvers: [platform]\n").with("a/OWNERS", "approvers: [paymnts, zoe]\n");
            with("a/y.md", "y");

            assertThat(owner("a/y.md")).isEqualTo("platform at OWNERS:1:13");
            assertThat(said())
                    .containsExactly(
                            "a/OWNERS:1:13: warning unknown-file-owner: found 'paymnts', whom owners.yml does not"
                                    + " know; wanted 'payments', or the name among an owner's 'aliases'");
        }

        @Test
        void whenItStandsAlone_thenTheFolderAboveHasNoSay() throws IOException {
            with("OWNERS", "approvers: [platform]\n");
            with("a/OWNERS", "options: {no_parent_owners: true}\napprovers: [zoe]\n")
                    .with("a/y.md", "y");

            assertThat(owner("a/y.md")).isEqualTo("nobody");
        }

        @Test
        void whenItIsOfAnotherTool_thenThatIsAWarning() throws IOException {
            with("OWNERS", "ana@example.org\nper-file *.md=ben@example.org\n").with("x.md", "x");

            assertThat(owner("x.md")).isEqualTo("nobody");
            assertThat(said()).singleElement().asString().contains("OWNERS:1:1: warning bad-owners-file");
        }
    }

    @Nested
    class GivenCodeOwners {
        @Test
        void whenSeveralPatternsMatch_thenTheLastHolds() throws IOException {
            with(".github/CODEOWNERS", "* @ben\n/pay/ @acme/Payments # the team\n/pay/free.md\n");
            with("x.md", "x").with("pay/y.md", "y").with("pay/free.md", "z");

            assertThat(owner("x.md")).isEqualTo("platform at .github/CODEOWNERS:1:3");
            assertThat(owner("pay/y.md")).isEqualTo("payments at .github/CODEOWNERS:2:7");
            assertThat(owner("pay/free.md")).isEqualTo("nobody");
            assertThat(said()).isEmpty();
        }

        @Test
        void whenItHasSections_thenTheirOwnersHoldForBareLines() throws IOException {
            with("CODEOWNERS", "[Money][2] @acme/payments\n*.md\n\n^[Rest] ana@example.org\nrest/\n");
            with("x.md", "x").with("rest/y.md", "y");

            assertThat(owner("x.md")).isEqualTo("payments at CODEOWNERS:1:12");
            assertThat(owner("rest/y.md")).isEqualTo("orders at CODEOWNERS:4:9");
        }

        @Test
        void whenAnOwnersFileIsNearer_thenThatHolds() throws IOException {
            with("docs/CODEOWNERS", "* @acme/payments\n").with("a/OWNERS", "approvers: [orders]\n");
            with("a/y.md", "y").with("z.md", "z");

            assertThat(owner("a/y.md")).startsWith("orders");
            assertThat(owner("z.md")).isEqualTo("payments at docs/CODEOWNERS:1:3");
        }

        @Test
        void whenAPatternIsForOtherFiles_thenItsUnknownNamesAreNoMatter() throws IOException {
            with("CODEOWNERS", "/src/ @acme/web\n*.java @zoe\n").with("x.md", "x");

            assertThat(owner("x.md")).isEqualTo("nobody");
            assertThat(said()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "*           | a/b.md     | true",
                    "*.md        | a/b.md     | true",
                    "*.md        | a/b.mdx    | false",
                    "a/          | a/b.md     | true",
                    "a/          | x/a/b.md   | true",
                    "/a/         | x/a/b.md   | false",
                    "a/b.md      | a/b.md     | true",
                    "a/b.md      | x/a/b.md   | false",
                    "a/*         | a/b.md     | true",
                    "a/*         | a/b/c.md   | false",
                    "a/**        | a/b/c.md   | true",
                    "**/c.md     | a/b/c.md   | true",
                    "a/**/c.md   | a/c.md     | true",
                    "/a          | a/b/c.md   | true",
                    "a?b.md      | axb.md     | true",
                    "a.b         | axb        | false"
                })
        void whenAPatternIsAskedForAPath_thenItMatchesAsGitHubDoes(String pattern, String path, boolean matches) {
            assertThat(CodeOwnersFile.pattern(pattern).matches(path)).isEqualTo(matches);
        }
    }

    @Test
    void givenNoSuchFiles_whenRead_thenNobodyIsNamed() throws IOException {
        with("x.md", "x").with(".hidden/OWNERS", "approvers: [payments]");

        assertThat(owner("x.md")).isEqualTo("nobody");
    }
}
