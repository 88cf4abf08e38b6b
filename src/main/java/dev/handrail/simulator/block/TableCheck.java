package dev.handrail.simulator.block;

import dev.handrail.slack.SlackLimits;
import java.util.Set;

/** Checks a table: rows of cells, each plain or rich text. */
final class TableCheck {
    private TableCheck() {}

    static void table(Place at) {
        at.object(Set.of("type", "block_id", "rows", "column_settings"));
        var rows = at.array("rows", SlackLimits.TABLE_ROWS);
        rows.forEach(TableCheck::row);
        if (Texts.length(at.at("rows").node()) > SlackLimits.TABLE_TEXT) {
            at.at("rows").problem("must be less than " + (SlackLimits.TABLE_TEXT + 1) + " characters");
        }
        if (at.at("column_settings").isPresent()) {
            at.array("column_settings", SlackLimits.TABLE_CELLS).forEach(TableCheck::column);
        }
    }

    private static void row(Place at) {
        if (!at.node().isArray() || at.node().isEmpty()) {
            at.problem("must provide a row of at least 1 cell");
            return;
        }
        if (at.node().size() > SlackLimits.TABLE_CELLS) {
            at.problem("no more than " + SlackLimits.TABLE_CELLS + " items allowed");
        }
        at.items().forEach(TableCheck::cell);
    }

    private static void cell(Place at) {
        switch (at.type()) {
            case "raw_text" -> {
                at.object(Set.of("type", "text"));
                at.requiredString("text", SlackLimits.TABLE_TEXT);
            }
            case "rich_text" -> RichTextCheck.richText(at);
            default -> at.problem("unsupported cell: " + at.type());
        }
    }

    private static void column(Place at) {
        if (at.isPresent()) {
            at.object(Set.of("align", "is_wrapped"));
            at.oneOf("align", Set.of("left", "center", "right"));
            at.bool("is_wrapped");
        }
    }
}
