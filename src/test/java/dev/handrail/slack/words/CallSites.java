package dev.handrail.slack.words;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Where something is said in Slack, read from the sources.
 *
 * @param said each call that says a sentence by its key
 * @param strays each literal with words in it that stands in no file of words
 */
record CallSites(List<Said> said, List<String> strays) {
    private static final Path SOURCES = Path.of("src/main/java/dev/handrail/slack");

    /** Where what people read is put together. In the others, words are for those who run Handrail: logs and refusals. */
    private static final Set<String> ROOMS = Set.of(
            "command",
            "home",
            "inbound",
            "modal",
            "notice",
            "offer",
            "press",
            "render",
            "shortcut",
            "speech",
            "storm",
            "story",
            "text");

    /** What takes the key of a sentence first, and then its parts. */
    private static final Set<String> SAY = Set.of("say", "sayToo");

    /** What makes a text of a literal: it may be markup around words, and none itself. */
    private static final Set<String> GLUE =
            Set.of("Phrase.of", "Mrkdwn.format", "Mrkdwn.text", "Mrkdwn.link", "Kit.plain", "Kit.header");

    /** What takes literals that nobody in Slack reads. */
    private static final Set<String> UNREAD =
            Set.of("debug", "info", "warn", "error", "compile", "later", "note", "requireNonNull", "super");

    /** Two words in a row, or one that begins as a sentence does. */
    private static final Pattern WORDS = Pattern.compile("[a-z]{2,}[,.:;?!]? +[A-Za-z(“]|^\\W*[A-Z][a-z]+");

    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    /**
     * A call.
     *
     * @param keys its key; two where one of two is said
     * @param parts how many
     */
    record Said(String place, List<String> keys, int parts) {}

    static CallSites read() throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var sites = new CallSites(new ArrayList<>(), new ArrayList<>());
        try (var files = compiler.getStandardFileManager(null, null, null);
                var paths = Files.walk(SOURCES)) {
            var sources = files.getJavaFileObjectsFromPaths(
                    paths.filter(path -> path.toString().endsWith(".java")).toList());
            var task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null, sources);
            for (var unit : task.parse()) {
                new Scanner(unit, Trees.instance(task), sites).scan(unit, null);
            }
        }
        return sites;
    }

    private static final class Scanner extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final CompilationUnitTree unit;
        private final Trees trees;
        private final CallSites sites;
        private final boolean speaks;

        Scanner(CompilationUnitTree unit, Trees trees, CallSites sites) {
            this.unit = unit;
            this.trees = trees;
            this.sites = sites;
            this.speaks = ROOMS.stream()
                    .anyMatch(room -> unit.getSourceFile().getName().contains("/slack/" + room + "/"));
        }

        @Override
        public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
            var name = name(call.getMethodSelect());
            if (UNREAD.contains(name)) {
                return null;
            }
            if (!SAY.contains(name)) {
                noWords(call);
                return super.visitMethodInvocation(call, null);
            }
            var arguments = call.getArguments();
            var first = arguments.getFirst();
            if (!(first instanceof IdentifierTree passed && passed.getName().contentEquals("key"))) {
                sites.said().add(new Said(place(call), keys(first).toList(), arguments.size() - 1));
            }
            scan(call.getMethodSelect(), null);
            return scan(arguments.subList(1, arguments.size()), null);
        }

        private void noWords(MethodInvocationTree call) {
            if (GLUE.contains(call.getMethodSelect().toString())) {
                call.getArguments().stream()
                        .flatMap(Scanner::literals)
                        .filter(text -> LETTER.matcher(text.replace("%s", "")).find())
                        .forEach(text -> sites.strays().add("%s: \"%s\"".formatted(place(call), text)));
            }
        }

        private static Stream<String> literals(Tree tree) {
            return switch (tree) {
                case LiteralTree literal when literal.getValue() instanceof String text -> Stream.of(text);
                case ConditionalExpressionTree either ->
                    Stream.concat(literals(either.getTrueExpression()), literals(either.getFalseExpression()));
                case BinaryTree both ->
                    Stream.concat(literals(both.getLeftOperand()), literals(both.getRightOperand()));
                default -> Stream.empty();
            };
        }

        /** What is thrown, or ignored, is for whoever runs Handrail. */
        @Override
        public @Nullable Void visitNewClass(NewClassTree made, @Nullable Void unused) {
            var name = made.getIdentifier().toString();
            return name.endsWith("Exception") || name.endsWith("Ignored") ? null : super.visitNewClass(made, null);
        }

        @Override
        public @Nullable Void visitAnnotation(AnnotationTree annotation, @Nullable Void unused) {
            return null;
        }

        @Override
        public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void unused) {
            if (speaks
                    && literal.getValue() instanceof String text
                    && WORDS.matcher(text).find()) {
                sites.strays().add("%s: \"%s\"".formatted(place(literal), text));
            }
            return null;
        }

        private static String name(ExpressionTree method) {
            return switch (method) {
                case MemberSelectTree member -> member.getIdentifier().toString();
                case IdentifierTree identifier -> identifier.getName().toString();
                default -> "";
            };
        }

        private static Stream<String> keys(Tree key) {
            return switch (key) {
                case LiteralTree literal -> Stream.of(String.valueOf(literal.getValue()));
                case ConditionalExpressionTree either ->
                    Stream.concat(keys(either.getTrueExpression()), keys(either.getFalseExpression()));
                default -> Stream.of("no literal: " + key);
            };
        }

        private String place(Tree tree) {
            var at = trees.getSourcePositions().getStartPosition(unit, tree);
            return "%s:%d"
                    .formatted(unit.getSourceFile().getName(), unit.getLineMap().getLineNumber(at));
        }
    }
}
