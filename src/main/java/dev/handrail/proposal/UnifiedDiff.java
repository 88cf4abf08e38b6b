package dev.handrail.proposal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** The difference of two texts of a file, as git writes it. A file's path has neither blanks nor signs that git would quote. */
public final class UnifiedDiff {
    private UnifiedDiff() {}

    /** Returns what {@code git apply} takes to make a file that is not there yet; {@code text} ends with a line's end. */
    public static String adding(String path, String text) {
        var lines = text.lines().toList();
        return "diff --git a/%1$s b/%1$s\nnew file mode 100644\n--- /dev/null\n+++ b/%1$s\n@@ -0,0 +1,%2$d @@\n%3$s"
                .formatted(
                        path,
                        lines.size(),
                        lines.stream().map(line -> "+" + line + "\n").collect(Collectors.joining()));
    }

    static String of(String path, String before, String after) {
        var was = new RawText(before.getBytes(StandardCharsets.UTF_8));
        var is = new RawText(after.getBytes(StandardCharsets.UTF_8));
        var out = new ByteArrayOutputStream();
        try (var formatter = new DiffFormatter(out)) {
            formatter.format(new HistogramDiff().diff(RawTextComparator.DEFAULT, was, is), was, is);
            formatter.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to memory", e);
        }
        return "--- a/%s\n+++ b/%s\n%s".formatted(path, path, out.toString(StandardCharsets.UTF_8));
    }
}
