package dev.handrail.runbook.folder;

import dev.handrail.ownership.Catalogue;
import dev.handrail.platform.source.Problem;
import dev.handrail.runbook.Parsed;
import dev.handrail.runbook.Runbook;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A folder of runbooks as its authors left it, for those who look at files rather than serve alerts: no last good revisions, and
 * owners.yml and flows.yml may be missing.
 *
 * @param catalogue empty if owners.yml or flows.yml is missing or at fault
 * @param runbooks by path: each that could be read, also where it breaks a rule among files
 * @param files each Markdown file, by path
 * @param texts of the files by path, those of owners.yml and flows.yml included
 * @param problems of all files, in order
 */
public record Survey(
        Path folder,
        Optional<Catalogue> catalogue,
        List<Runbook> runbooks,
        List<Parsed> files,
        Map<String, String> texts,
        List<Problem> problems) {
    public Survey {
        runbooks = List.copyOf(runbooks);
        files = List.copyOf(files);
        texts = new TreeMap<>(texts);
        problems = List.copyOf(problems);
    }
}
