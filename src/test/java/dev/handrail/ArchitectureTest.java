package dev.handrail;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import dev.handrail.platform.access.OwnProof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The house rules that a compiler does not know: one order of packages, and the size of things. */
class ArchitectureTest {
    private static final String ROOT = "dev.handrail.";

    /** A package imports only packages before it. Sub-packages are one level deep and ordered where they are listed. */
    private static final List<String> ORDER = List.of(
            "platform",
            "alert",
            "ownership",
            "runbook",
            "graph",
            "match",
            "incident",
            "proposal",
            "notice",
            "run",
            "page",
            "slack",
            "lint",
            "preview",
            "intake",
            "draft",
            "web",
            "simulator",
            "cli");

    private static final int FILE_LIMIT = 250;
    private static final int PACKAGE_LIMIT = 15;
    private static final int PARAMETER_LIMIT = 4;
    private static final int COMPONENT_LIMIT = 8;

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.handrail");

    @Test
    void everyPackageHasAPlaceInTheOrder() {
        assertThat(CLASSES.stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> name.startsWith(ROOT))
                        .map(ArchitectureTest::top)
                        .distinct())
                .isSubsetOf(ORDER);
    }

    @Test
    void noPackageImportsALaterOne() {
        var back = CLASSES.stream()
                .filter(type -> type.getPackageName().startsWith(ROOT))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(use -> use.getTargetClass().getPackageName().startsWith(ROOT))
                .filter(use -> place(use.getTargetClass()) > place(use.getOriginClass()))
                .map(use -> use.getOriginClass().getName() + " -> "
                        + use.getTargetClass().getName())
                .distinct()
                .toList();
        assertThat(back).as("imports against the order " + ORDER).isEmpty();
    }

    @Test
    void noTwoPackagesImportEachOther() {
        SlicesRuleDefinition.slices()
                .matching("dev.handrail.(**)")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void nothingImportsTheSimulator() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.handrail.simulator..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.handrail.simulator..")
                .check(CLASSES);
    }

    @Test
    void sqlStaysInRepositories() {
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.\\$?(Jdbc\\w*|\\w*Repository|Transactions)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "io.micronaut.data..", "io.micronaut.transaction..")
                .check(CLASSES);
    }

    @Test
    void slackTypesStayInSlack() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.handrail.slack..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.slack.api..")
                .check(CLASSES);
    }

    @Test
    void theCoreIsPlainJava() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.handrail.alert..", "dev.handrail.ownership..", "dev.handrail.match..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.micronaut..", "jakarta..", "com.slack..", "org.commonmark..")
                .check(CLASSES);
    }

    @Test
    void onlyEdgesSpeakHttp() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.handrail.platform..",
                        "dev.handrail.runbook..",
                        "dev.handrail.incident..",
                        "dev.handrail.run..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.micronaut.http..")
                .check(CLASSES);
    }

    /** Whatever else is there asks for a session or a token. */
    @Test
    void onlyAlertsAndSlackProveThemselves() {
        var addresses = CLASSES.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(OwnProof.class))
                .map(method -> method.getOwner().getSimpleName() + "." + method.getName());

        assertThat(addresses).containsExactlyInAnyOrder("AlertController.receive", "SlackController.receive");
    }

    @Test
    void filesStaySmall() throws IOException {
        var large = new TreeMap<String, Integer>();
        for (var file : sources()) {
            var lines = Files.readAllLines(file).size();
            if (lines > FILE_LIMIT) {
                large.put(file.toString(), lines);
            }
        }
        assertThat(large)
                .as("files over " + FILE_LIMIT + " lines: what are they really two of?")
                .isEmpty();
    }

    @Test
    void packagesStaySmall() throws IOException {
        Map<Path, Long> files = sources().stream()
                .filter(file -> !file.endsWith("package-info.java"))
                .collect(Collectors.groupingBy(Path::getParent, TreeMap::new, Collectors.counting()));
        files.values().removeIf(count -> count <= PACKAGE_LIMIT);
        assertThat(files)
                .as("packages of more than " + PACKAGE_LIMIT + " files")
                .isEmpty();
    }

    @Test
    void methodsTakeFewParametersAndRecordsFewComponents() {
        var wide = new ArrayList<String>();
        for (var type : CLASSES) {
            if (type.isRecord() && recordWidth(type) > COMPONENT_LIMIT) {
                wide.add(type.getName() + " has " + recordWidth(type) + " components");
            }
            type.getMethods().stream()
                    .filter(method -> !method.getModifiers().toString().contains("SYNTHETIC"))
                    .filter(method -> !method.getName().contains("$"))
                    .filter(method -> method.getRawParameterTypes().size() > PARAMETER_LIMIT)
                    .filter(method -> !type.getName().contains("$"))
                    .forEach(method -> wide.add(method.getFullName()));
        }
        assertThat(wide).isEmpty();
    }

    private static int recordWidth(JavaClass record) {
        return (int) record.getFields().stream()
                .filter(field -> !field.getModifiers().toString().contains("STATIC"))
                .count();
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(path -> path.toString().endsWith(".java")).toList();
        }
    }

    private static int place(JavaClass type) {
        return ORDER.indexOf(top(type.getPackageName()));
    }

    private static String top(String packageName) {
        return packageName.substring(ROOT.length()).split("\\.")[0];
    }
}
