package dev.handrail.proposal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** The difference of two texts of a file, as git writes it. */
final class UnifiedDiff {
    private UnifiedDiff() {}

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
