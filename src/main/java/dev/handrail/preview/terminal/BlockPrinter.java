package dev.handrail.preview.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.preview.terminal.Span.Look;
import java.util.ArrayList;
import java.util.List;

/** Prints a message's blocks, one after the other. */
final class BlockPrinter {
    private final Paper paper;
    private final List<String> lines = new ArrayList<>();

    BlockPrinter(Paper paper) {
        this.paper = paper;
    }

    /** Returns the lines; buttons are left to whoever knows where they lead. */
    List<String> print(JsonNode blocks) {
        blocks.forEach(this::block);
        return lines;
    }

    private void block(JsonNode block) {
        switch (block.path("type").asText()) {
            case "section" -> section(block);
            case "header" -> text(List.of(Span.of(block.at("/text/text").asText(), Look.BOLD)));
            case "context" ->
                block.path("elements")
                        .forEach(element -> text(
                                faint(MarkupReader.read(element.path("text").asText()))));
            case "divider" -> lines.add(paper.painted(Span.of("─".repeat(Math.min(20, paper.width())), Look.FAINT)));
            case "rich_text" -> block.path("elements").forEach(this::rich);
            case "table" -> block.path("rows").forEach(this::row);
            case "actions" -> {}
            default -> lines.add("(" + block.path("type").asText() + ")");
        }
    }

    private void section(JsonNode block) {
        if (block.has("text")) {
            text(MarkupReader.read(block.at("/text/text").asText()));
        }
        for (var field : block.path("fields")) {
            var parts = field.path("text").asText().split("\n", 2);
            var spans = new ArrayList<>(MarkupReader.read(parts[0]));
            if (parts.length == 2) {
                spans.add(Span.of(": "));
                spans.addAll(MarkupReader.read(parts[1].replace('\n', ' ')));
            }
            lines.addAll(paper.lines(spans, "", "  "));
        }
    }

    private static List<Span> faint(List<Span> spans) {
        return spans.stream().map(span -> span.with(Look.FAINT)).toList();
    }

    private void text(List<Span> spans) {
        lines.addAll(paper.lines(spans, "", ""));
    }

    private void rich(JsonNode element) {
        switch (element.path("type").asText()) {
            case "rich_text_list" -> list(element);
            case "rich_text_quote" -> lines.addAll(paper.lines(leaves(element), "┃ ", "┃ "));
            case "rich_text_preformatted" -> code(element);
            default -> text(leaves(element));
        }
    }

    private void list(JsonNode list) {
        var indent = "  ".repeat(list.path("indent").asInt());
        var number = list.path("offset").asInt();
        for (var item : list.path("elements")) {
            number++;
            var mark = list.path("style").asText().equals("ordered") ? number + ". " : "• ";
            lines.addAll(paper.lines(leaves(item), indent + mark, indent + " ".repeat(mark.length())));
        }
    }

    /** Code is never broken: what is copied must be whole. */
    private void code(JsonNode element) {
        var text = new StringBuilder();
        element.path("elements").forEach(leaf -> text.append(leaf.path("text").asText()));
        text.toString()
                .lines()
                .forEach(line ->
                        lines.add(paper.painted(Span.of("│ ", Look.FAINT)) + paper.painted(Span.of(line, Look.CYAN))));
    }

    private void row(JsonNode row) {
        var cells = new ArrayList<String>();
        row.forEach(cell -> cells.add(
                cell.path("type").asText().equals("raw_text")
                        ? cell.path("text").asText()
                        : words(cell)));
        text(List.of(Span.of(String.join("  ", cells))));
    }

    private static String words(JsonNode cell) {
        var words = new StringBuilder();
        cell.findValues("text").forEach(text -> words.append(text.isTextual() ? text.asText() : ""));
        return words.toString();
    }

    private static List<Span> leaves(JsonNode parent) {
        var spans = new ArrayList<Span>();
        for (var leaf : parent.path("elements")) {
            var text = leaf.has("text")
                    ? leaf.path("text").asText()
                    : leaf.path("url").asText();
            var span = leaf.has("url") ? Span.of(text, Look.UNDERLINED) : Span.of(text);
            var style = leaf.path("style");
            span = style.path("bold").asBoolean() ? span.with(Look.BOLD) : span;
            span = style.path("italic").asBoolean() ? span.with(Look.ITALIC) : span;
            spans.add(style.path("code").asBoolean() ? span.with(Look.CYAN) : span);
        }
        return spans;
    }
}
