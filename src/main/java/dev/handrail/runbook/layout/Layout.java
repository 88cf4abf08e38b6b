package dev.handrail.runbook.layout;

import dev.handrail.runbook.StepId;
import dev.handrail.runbook.markdown.Body;
import dev.handrail.runbook.markdown.Title;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file, or its part for one of several alerts, divided into what is walked and what is read.
 *
 * @param title what the file is called
 * @param heading the heading that names the whole file
 * @param drafts none only if the file has no text
 * @param context what is read, by section
 * @param starts the first step of each section that is walked, by the name of the section's heading
 * @param strays sections of no known word that stand among the steps and became steps
 * @param alert what this is the runbook of, where the file is for several
 */
public record Layout(
        String title,
        Optional<Title> heading,
        List<Draft> drafts,
        Map<SectionName, Body> context,
        Map<String, StepId> starts,
        List<Section> strays,
        Optional<Title> alert) {
    public Layout {
        drafts = List.copyOf(drafts);
        context = Map.copyOf(context);
        starts = Map.copyOf(starts);
        strays = List.copyOf(strays);
    }

    public Body context(SectionName name) {
        return context.getOrDefault(name, Body.EMPTY);
    }
}
