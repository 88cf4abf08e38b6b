package dev.handrail.platform.rows;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows as PostgreSQL's COPY reads them: a line each, a tab between two values, and a backslash for what would be read as one of
 * these (https://www.postgresql.org/docs/current/sql-copy.html, text format).
 */
final class Copied {
    private static final String ABSENT = "\\N";

    private final StringBuilder text = new StringBuilder();

    /** @param numbers what stands before each row; empty for nothing */
    static <T> Copied of(List<Column<T>> columns, Collection<T> rows, List<Long> numbers) {
        var copied = new Copied();
        var number = numbers.iterator();
        for (var row : rows) {
            if (number.hasNext()) {
                copied.text.append(number.next()).append('\t');
            }
            copied.line(columns, row);
        }
        return copied;
    }

    private <T> void line(List<Column<T>> columns, T row) {
        for (var i = 0; i < columns.size(); i++) {
            value(columns.get(i).text(row));
            text.append(i == columns.size() - 1 ? '\n' : '\t');
        }
    }

    private void value(@Nullable String value) {
        if (value == null) {
            text.append(ABSENT);
            return;
        }
        for (var i = 0; i < value.length(); i++) {
            var next = value.charAt(i);
            switch (next) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(next);
            }
        }
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
