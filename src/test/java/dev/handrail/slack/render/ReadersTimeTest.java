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
    private static final Pattern OF_SLACK = Pattern.compile("<!date\\^\\d+\\^(\\{time}\\||"
            + "\\{date_short_pretty} \\{time}\\|\\d{4}-\\d\\d-\\d\\d )\\d\\d:\\d\\d UTC>");
    private static final Pattern TIME = Pattern.compile("\\d\\d?:\\d\\d(?!\\d)|\\d{4}-\\d\\d-\\d\\dT");
    private static final Pattern WITHOUT_ZONE = Pattern.compile("\\d\\d?:\\d\\d(?!\\d| UTC)|\\d{4}-\\d\\d-\\d\\dT");

    @Test
    void everyTimeInMarkupIsFormattedBySlack_andEveryOtherNamesItsZone() throws IOException {
        var seen = 0;
        var wrong = new ArrayList<String>();
        try (var files = Files.walk(GOLDEN)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".json")).toList()) {
                for (var text : texts(Json.tree(Files.readString(file)))) {
                    seen += (int) OF_SLACK.matcher(text.words()).results().count();
                    if (text.isWrong()) {
                        wrong.add("%s: %s".formatted(file, text));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(seen).isGreaterThan(30);
    }

    /** @param markup whether Slack formats it; else it is shown, or read out, as it stands */
    private record Text(String words, boolean markup) {
        boolean isWrong() {
            return markup
                    ? TIME.matcher(OF_SLACK.matcher(words).replaceAll("")).find()
                    : WITHOUT_ZONE.matcher(words).find();
        }
    }

    /** The leaves of rich text are a runbook's own words: what it says of a time is not ours to mend. */
    private static List<Text> texts(JsonNode node) {
        var texts = new ArrayList<Text>();
        var type = node.path("type").asText();
        if (node.path("text").isTextual() && !type.equals("text") && !type.equals("link")) {
            texts.add(new Text(node.path("text").asText(), type.equals("mrkdwn")));
        }
        node.forEach(child -> texts.addAll(texts(child)));
        return texts;
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
