package dev.handrail.runbook.parse;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Texts that a careless parser needs a long time for, as long as one likes. */
final class HardTexts {
    private static final List<String> REPEATED = List.of(
            "<a ",
            "<a b=\"",
            "</a ",
            "<",
            "<!--",
            "<?",
            "<![CDATA[",
            "<!A ",
            "[",
            "![",
            "](",
            "[a](",
            "[a](<b",
            "[a](b \"",
            "[a][",
            "[a]: b\n",
            "[a]: b \"c\n",
            "[a]: <b\n",
            "[a\n",
            "![[]()",
            "*a ",
            "*a_ ",
            "**x *x ",
            "a**b",
            "_a_ **b ",
            "`",
            "`a``b```",
            "\\",
            "&",
            "&#1;",
            "> ",
            "> a\n",
            "- ",
            "- a\n",
            "1. a\n",
            "  - x\n",
            "- - - a\n",
            "# a\n",
            "### a\n",
            "# 1. a\n",
            "## `a`\n",
            "a\n===\n",
            "a\n---\n",
            "=\n",
            "a\n",
            "a\n\n",
            "|a",
            "a|b\n",
            "|a|\n|-|\n|b|\n\n",
            "```\n",
            "```a\nb\n```\n",
            "\t",
            " \n",
            "\n",
            "\r",
            "\u0000",
            "\ud800",
            "\u200b",
            "😀",
            "a",
            ":::tip\na\n:::\n",
            "!!! note\n    a\n",
            "{{< a >}}\n",
            "<div>\n\n",
            "- [ ] a\n",
            "- **A** → next\n",
            "- **A** → [x](#y)\n",
            "- **A** → wait 1m, then ",
            "## Diagnosis\n- a\n- b\n",
            "## Meaning\na\n",
            "# KubeA\n\ntext\n\n",
            "### <a id=\"x\"></a>b\n",
            "```yaml handrail\nretry: manual\nkey: x\nlimit: 1\n```\n",
            "<!-- a -->\n\n",
            "$a ",
            "http://a.b ");

    private HardTexts() {}

    /** A text of about as many characters as one asks for. */
    record Hard(String name, IntFunction<String> text) {
        @Override
        public String toString() {
            return name.replace("\n", "\\n")
                    .replace("\r", "\\r")
                    .replace("\t", "\\t")
                    .replace("\u0000", "\\0");
        }
    }

    static Stream<Hard> all() {
        return Stream.of(REPEATED.stream().map(HardTexts::repeated), composed(), yaml())
                .flatMap(texts -> texts);
    }

    private static Hard repeated(String part) {
        return new Hard(part, length -> part.repeat(length / part.length()));
    }

    private static Stream<Hard> composed() {
        return Stream.of(
                new Hard("images inside images", n -> "![".repeat(n / 6) + "a" + "](b)".repeat(n / 6)),
                new Hard("emphasis inside emphasis", n -> "*a ".repeat(n / 6) + "a*".repeat(n / 6)),
                new Hard("backtick runs, each longer", n -> numbered(n, i -> (int) Math.sqrt(2.0 * n), "`", "a")),
                new Hard("lists inside lists", n -> counted(n, i -> " ".repeat(2 * (i % 400)) + "- a\n")),
                new Hard("quotes inside quotes", n -> counted(n, i -> "> ".repeat(i % 200) + "a\n")),
                new Hard(
                        "a wide table",
                        n -> "|a".repeat(n / 6) + "\n" + "|-".repeat(n / 6) + "\n" + "|b".repeat(n / 6)),
                new Hard("a long table", n -> "|a|b|\n|-|-|\n" + "|1|2|\n".repeat(n / 6)),
                new Hard(
                        "a wide table of short rows",
                        n -> "|a".repeat(300) + "\n" + "|-".repeat(300) + "\n" + "x\n".repeat(n / 2)),
                new Hard("other headings each", n -> counted(n, i -> "## h" + i + "\n\nx\n\n")),
                new Hard("headings named as their doubles", n -> counted(n, i -> "# a\n# a-" + i + "\n")),
                new Hard(
                        "deep headings before the first step",
                        n -> "## Fix\n" + "#### b\nc\n".repeat(n / 9) + "### a\n"),
                new Hard("empty headings", n -> "# a\n## b\n### c\n".repeat(n / 15)),
                new Hard("links to no step", n -> steps(n, i -> "- **A** → [a](#zzz" + i + ")")),
                new Hard(
                        "a circle through all steps",
                        n -> steps(n, i -> "- **A** → [a](#s" + Math.max(0, i - 1) + ")\n- **B** → next")),
                new Hard(
                        "a long way into a circle",
                        n -> steps(n, _ -> "- **A** → next") + "### e\nx\n\n- **A** → [a](#e)\n"),
                new Hard("empty lines before text", n -> "## Fix\n" + "\n".repeat(n) + "a"),
                new Hard("a heading of numbers", n -> "# " + "1.".repeat(n / 2) + "a\n\nb"),
                new Hard(
                        "a long reference, often used",
                        n -> "[a]: " + "x".repeat(n / 2) + "\n\n" + "[a] ".repeat(n / 8)));
    }

    private static Stream<Hard> yaml() {
        return Stream.of(
                front("keys", n -> counted(n, i -> "k" + i + ": v\n")),
                front("keys like ours", n -> "id: x\n" + counted(n, i -> "business_keyy" + i + ": v\n")),
                front("the same key", n -> "a: b\n".repeat(n / 5)),
                front("aliases", n -> "a: &a [x]\nb: [" + "*a,".repeat(n / 3) + "]\n"),
                front(
                        "aliases of aliases",
                        n -> "a: &a [x]\n" + counted(n, i -> "b" + i + ": [*a,*a,*a,*a,*a,*a,*a]\n")),
                front("brackets", n -> "a: " + "[".repeat(n) + "\n"),
                front("indents", n -> counted((int) Math.sqrt(2.0 * n), i -> " ".repeat(i) + "a:\n")),
                front("dashes", n -> "a:\n " + "- ".repeat(n / 2) + "\n"),
                front("a scalar", n -> "a: " + "x".repeat(n) + "\n"),
                front("a folded scalar", n -> "a: >\n" + "  x y z\n\n".repeat(n / 9)),
                front("anchors", n -> "a:\n" + counted(n, i -> "  - &x" + i + " y\n")),
                front("tags", n -> "a:\n" + "  - !!str x\n".repeat(n / 12)),
                front("keys that are lists", n -> "a: b\n" + "? [a]\n: b\n".repeat(n / 10)),
                front("rules", n -> "id: x\nmatch:\n" + "  - a=\"b\"\n".repeat(n / 10)),
                front("rules of expressions", n -> "id: x\nmatch:\n" + "  - 'a=~\"(a+)+b\"'\n".repeat(n / 19)),
                front("one long expression", n -> "id: x\nmatch:\n  - 'a=~\"" + "(a|b)*".repeat(n / 6) + "\"'\n"),
                front("comments", n -> "# c\n".repeat(n / 4) + "a: b\n"));
    }

    private static Hard front(String name, IntFunction<String> yaml) {
        return new Hard("yaml: " + name, n -> "---\n" + yaml.apply(n) + "---\nText");
    }

    private static String steps(int length, IntFunction<String> outcomes) {
        return "---\nid: x\n---\n## Fix\n" + counted(length, i -> "### s" + i + "\nx\n\n" + outcomes.apply(i) + "\n");
    }

    private static String counted(int length, IntFunction<String> part) {
        var text = new StringBuilder();
        for (int index = 0; text.length() < length; index++) {
            text.append(part.apply(index));
        }
        return text.toString();
    }

    private static String numbered(int length, IntUnaryOperator most, String sign, String after) {
        var text = new StringBuilder();
        IntStream.range(1, most.applyAsInt(length))
                .forEach(i -> text.append(sign.repeat(i)).append(after));
        return text.toString();
    }
}
