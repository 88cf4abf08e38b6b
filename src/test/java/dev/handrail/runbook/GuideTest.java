package dev.handrail.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.ownership.CatalogueReader;
import dev.handrail.ownership.system.SystemsFile;
import dev.handrail.platform.source.Excerpt;
import dev.handrail.platform.source.Problem;
import dev.handrail.platform.source.Problems;
import dev.handrail.runbook.parse.RunbookParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The authors' guide and its neighbours promise nothing that is not so: examples are read, links lead to files. */
class GuideTest {
    private static final Path GUIDE = Path.of("runbooks/README.md");

    private static List<String> runbooks() throws IOException {
        return examples("markdown runbook");
    }

    @Test
    void givenTheGuide_thenItShowsEachLevelAndBothFiles() throws IOException {
        assertThat(runbooks()).hasSize(3);
        assertThat(examples("yaml owners.yml")).isNotEmpty();
        assertThat(examples("yaml flows.yml")).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("runbooks")
    void givenARunbookOfTheGuide_whenParsed_thenItHasStepsAndNoProblems(String example) {
        var parsed = RunbookParser.parse("example.md", example);

        assertThat(parsed.problems()).extracting(Problem::toString).isEmpty();
        assertThat(parsed.runbook())
                .hasValueSatisfying(
                        runbook -> assertThat(runbook.walk().steps()).isNotEmpty());
    }

    @Test
    void givenTheCataloguesOfTheGuide_whenReadInPairs_thenThereAreNoProblems() throws IOException {
        var owners = examples("yaml owners.yml");
        var flows = examples("yaml flows.yml");

        assertThat(owners).hasSameSizeAs(flows);
        for (int i = 0; i < owners.size(); i++) {
            var read = CatalogueReader.read(owners.get(i), flows.get(i));

            assertThat(read.problems()).extracting(Problem::toString).isEmpty();
            assertThat(read.catalogue()).isPresent();
        }
    }

    @Test
    void givenTheSystemsOfTheGuide_whenRead_thenThereAreNoProblems() throws IOException {
        var systems = examples("yaml systems.yml");

        assertThat(systems).isNotEmpty().allSatisfy(text -> {
            var problems = new Problems();

            assertThat(SystemsFile.read(Excerpt.whole(SystemsFile.NAME, text), problems)
                            .systems())
                    .isNotEmpty();
            assertThat(problems.sorted()).extracting(Problem::toString).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "runbooks/README.md"})
    void givenADocument_thenEveryRelativeLinkLeadsToAFile(String name) throws IOException {
        var document = Path.of(name);

        assertThat(addresses(document).stream()
                        .filter(address -> !address.matches("[a-z]+:.*|#.*"))
                        .map(address -> address.replaceFirst("#.*", "")))
                .allSatisfy(file ->
                        assertThat(document.resolveSibling(file)).as(file).exists());
    }

    private static List<String> examples(String info) throws IOException {
        var found = new ArrayList<String>();
        parsed(GUIDE).accept(new AbstractVisitor() {
            @Override
            public void visit(FencedCodeBlock block) {
                if (info.equals(block.getInfo())) {
                    found.add(block.getLiteral());
                }
            }
        });
        return found;
    }

    private static List<String> addresses(Path document) throws IOException {
        var found = new ArrayList<String>();
        parsed(document).accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                found.add(link.getDestination());
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                found.add(image.getDestination());
            }
        });
        return found;
    }

    private static Node parsed(Path document) throws IOException {
        return Parser.builder().build().parse(Files.readString(document));
    }
}
