package dev.handrail.slack.render;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.handrail.platform.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A time is shown in each reader's own zone by Slack; where Slack formats nothing, it says that it is UTC. */
class ReadersTimeTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/slack");
    private static final Pattern DATE = Pattern.compile("<!date\\^\\d+\\^\\{time}\\|\\d\\d:\\d\\d UTC>");
    private static final Pattern TIME = Pattern.compile("\\d\\d?:\\d\\d(?!\\d| UTC)|\\d{4}-\\d\\d-\\d\\dT");
    private static final Pattern OF_SLACK_OR_NAMED = Pattern.compile("\\d\\d?:\\d\\d UTC");

    @Test
    void everyTimeInABlockIsFormattedBySlack_andEveryTimeThatIsReadOutNamesItsZone() throws IOException {
        var seen = 0;
        var wrong = new ArrayList<String>();
        try (var files = Files.list(GOLDEN)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".json")).toList()) {
                for (var slot : Json.tree(Files.readString(file))) {
                    var shown = String.join("\n", texts(slot.path("blocks")));
                    seen += (int) DATE.matcher(shown).results().count();
                    if (hasTime(DATE.matcher(shown).replaceAll(""))
                            || TIME.matcher(slot.path("text").asText()).find()) {
                        wrong.add("%s, %s".formatted(file, slot.path("slot").asText()));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(seen).isGreaterThan(30);
    }

    private static boolean hasTime(String text) {
        return TIME.matcher(text).find() || OF_SLACK_OR_NAMED.matcher(text).find();
    }

    private static List<String> texts(JsonNode blocks) {
        return blocks.findValuesAsText("text");
    }

    @Test
    void nothingElseInSlackMakesATextOfATime() {
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.handrail.slack");
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.slack\\.words\\.Wording")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(DateTimeFormatter.class)
                .orShould()
                .callMethod(Instant.class, "toString")
                .check(classes);
    }
}
