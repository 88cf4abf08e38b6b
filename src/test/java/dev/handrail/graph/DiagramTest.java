package dev.handrail.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.graph.Diagram.Box;
import dev.handrail.graph.Diagram.Kind;
import dev.handrail.graph.Diagram.Mark;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.parse.RunbookParser;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class DiagramTest {
    private static final String WALK = """
            # Orders & "stuck" < 5

            ## Diagnosis

            ### Look

            - **Fine** → resolved
            - **Not "fine"** → next
            - **Odd; strange** → escalate "Nobody `knows`"
            - **Later** → wait 10m, then [Look](#look)

            ### Round

            - **Again** → [Trip](#trip)

            ### Trip

            - **Again** → [Round](#round)

            ## Mitigation

            ### Lost

            ```yaml handrail
            retry: manual
            key: "a"
            limit: 2
            backoff: [1m]
            outcomes: {ok: Worked, failed: Failed}
            ```

            - **Worked** → [Other](other.md)
            - **Failed** → [Lost](#lost)
            """;

    private static Runbook runbook(String path, String text) {
        var parsed = RunbookParser.parse(path, text);
        assertThat(parsed.problems()).noneMatch(problem -> problem.isError());
        return parsed.runbook().orElseThrow();
    }

    private static Box box(Diagram diagram, String title) {
        return diagram.boxes()
                .filter(box -> box.title().contains(title))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> labels(Diagram diagram, String from, String to) {
        var ends = List.of(box(diagram, from).id(), box(diagram, to).id());
        return diagram.arrows().stream()
                .filter(arrow -> List.of(arrow.from(), arrow.to()).equals(ends))
                .flatMap(arrow -> arrow.labels().stream())
                .toList();
    }

    private static Document xml(String svg) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<Element> elements(Document document, String name) {
        var elements = new ArrayList<Element>();
        var found = document.getElementsByTagName(name);
        for (var i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    @Nested
    class GivenAWalkWithFlaws {
        private final Diagram diagram = Diagram.of(runbook("walk.md", WALK));

        @Test
        void whenDrawn_thenSectionsAreGroupsAndOutcomesAreLabels() {
            assertThat(diagram.groups())
                    .extracting(Diagram.Group::title)
                    .containsExactly("", "Diagnosis", "Mitigation");
            assertThat(labels(diagram, "Look", "Resolved")).containsExactly("Fine");
            assertThat(labels(diagram, "Look", "Round")).containsExactly("Not \"fine\"");
            assertThat(labels(diagram, "Look", "Escalate")).containsExactly("Odd; strange");
            assertThat(labels(diagram, "Look", "Wait 10m")).containsExactly("Later");
            assertThat(diagram.boxes().map(Box::kind)).contains(Kind.values());
        }

        @Test
        void whenDrawn_thenFlawsAreMarked() {
            assertThat(box(diagram, "Look").marks()).isEmpty();
            assertThat(box(diagram, "Round").marks()).containsExactlyInAnyOrder(Mark.DEAD_END, Mark.ENDLESS);
            assertThat(box(diagram, "Lost").marks()).containsExactly(Mark.UNREACHABLE);
            assertThat(box(diagram, "Lost").notes())
                    .containsExactly("up to 2 tries, then the owner", "⚠ nothing leads here");
        }

        @Test
        void whenWrittenAsMermaid_thenNothingOfTheAuthorsIsMarkup() {
            assertThat(Mermaid.of(diagram))
                    .startsWith("flowchart TD\n")
                    .contains(
                            "n1[\"1#46; Look\"]",
                            "subgraph g1[\"Diagnosis\"]",
                            "{{\"Wait 10m\"}}",
                            "[[\"4#46; Lost<br/>")
                    .contains("-->|\"Not #34;fine#34;\"|", "-->|\"Odd#59; strange\"|")
                    .doesNotContain("Nobody");
        }

        @Test
        void whenWrittenAsSvg_thenItIsAccessibleAndLoadsNothing() throws Exception {
            var svg = Svg.of(diagram);
            var document = xml(svg);

            assertThat(document.getDocumentElement().getAttribute("aria-labelledby"))
                    .isEqualTo(elements(document, "title").getFirst().getAttribute("id"));
            assertThat(elements(document, "title").getFirst().getTextContent()).isEqualTo("Orders & \"stuck\" < 5");
            assertThat(elements(document, "desc").getFirst().getTextContent())
                    .contains(
                            "1. Look: Fine leads to Resolved; ",
                            "3. Trip (⚠ leads to no end, ⚠ a circle without a limit)");
            assertThat(elements(document, "text"))
                    .extracting(Element::getTextContent)
                    .contains("4. Lost", "Diagnosis");
            assertThat(svg).contains("prefers-color-scheme: dark").doesNotContain("url(", "href", "<script");
        }

        @Test
        void whenLaidOut_thenNoTwoBoxesOverlap() {
            var frames = List.copyOf(Layout.of(diagram).boxes().values());
            for (var one : frames) {
                assertThat(frames).filteredOn(other -> !other.equals(one)).noneMatch(other -> overlap(one, other));
            }
        }

        private static boolean overlap(Layout.Frame one, Layout.Frame other) {
            return one.x() < other.x() + other.width()
                    && other.x() < one.x() + one.width()
                    && one.y() < other.y() + other.height()
                    && other.y() < one.y() + one.height();
        }
    }

    @Nested
    class GivenALibrary {
        @Test
        void whenDrawn_thenAJumpLeadsIntoTheOtherRunbook() {
            var other = runbook("other.md", "# Other\n\n## Diagnosis\n\n### Begin\n\nLook.\n\n### Then\n\nLook on.\n");
            var diagram = Diagram.of(List.of(runbook("walk.md", WALK), other));

            assertThat(diagram.groups()).extracting(Diagram.Group::title).contains("Other (other.md)");
            assertThat(labels(diagram, "Lost", "Begin")).containsExactly("Worked");
            assertThat(diagram.boxes().filter(box -> box.kind() == Kind.RUNBOOK))
                    .isEmpty();
            assertThat(box(diagram, "Begin").name()).isEqualTo("other.md#begin");
        }

        @Test
        void whenEveryShippedRunbookIsDrawn_thenAllOfThemAreThere() throws Exception {
            var runbooks = new ArrayList<Runbook>();
            for (var file : files()) {
                runbooks.add(runbook(file.getFileName().toString(), Files.readString(file)));
            }
            var steps = runbooks.stream()
                    .mapToInt(runbook -> runbook.walk().steps().size())
                    .sum();

            var diagram = Diagram.of(runbooks);

            assertThat(diagram.boxes().filter(box -> box.kind() == Kind.STEP || box.kind() == Kind.RETRY))
                    .hasSize(steps);
            assertThat(elements(xml(Svg.of(diagram)), "rect")).hasSizeGreaterThan(steps);
        }

        private static List<Path> files() throws IOException {
            try (var files = Files.list(Path.of("runbooks"))) {
                return files.filter(file -> file.toString().endsWith(".md"))
                        .filter(file -> !file.endsWith("README.md"))
                        .sorted()
                        .toList();
            }
        }
    }
}
