package dev.handrail.draft;

import dev.handrail.alert.Alert;
import dev.handrail.draft.Findings.Found;
import dev.handrail.ownership.Flow;
import dev.handrail.ownership.OwnerId;
import dev.handrail.platform.source.YamlText;
import dev.handrail.runbook.MatchRule;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a runbook of level 2 from what was found. The same findings give the same text. */
final class Script {
    private static final String OVER = "Is it over?";

    private final Findings findings;
    private final Setting setting;
    private final Set<String> titles = new HashSet<>(Set.of(key(OVER)));
    private final StringBuilder out = new StringBuilder();

    private Script(Findings findings, Setting setting) {
        this.findings = findings;
        this.setting = setting;
    }

    /** @param rule by which such alerts are known; empty where nothing tells them from others */
    static String write(Findings findings, Setting setting, Optional<MatchRule> rule) {
        var script = new Script(findings, setting);
        script.front(rule);
        script.context();
        script.diagnosis();
        script.mitigation();
        script.verification();
        script.escalation();
        script.references();
        return script.out.toString();
    }

    /** Returns what it is called: the alert's name in words. */
    static String title(Findings findings) {
        var words = Ink.oneLine(findings.failure().title())
                .replaceAll("(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})", " ")
                .replaceAll("[_\\s-]+", " ")
                .strip();
        var first = true;
        var title = new StringBuilder();
        for (var word : words.split(" ")) {
            var isName = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
            title.append(first ? "" : " ").append(first || isName ? word : word.toLowerCase(Locale.ROOT));
            first = false;
        }
        var brief = Ink.title(title.toString());
        return brief.isEmpty() ? "A failure without a name" : brief;
    }

    private void front(Optional<MatchRule> rule) {
        line("---");
        line("title: " + YamlText.quoted(title(findings)));
        line("status: active");
        rule.ifPresent(match -> line("match:\n  - " + YamlText.quoted(match.toString())));
        setting.flow().map(Flow::id).ifPresent(id -> line("flow: " + YamlText.quoted(id)));
        setting.owner().map(OwnerId::value).ifPresent(id -> line("owner: " + YamlText.quoted(id)));
        line("severity: " + findings.failure().severity().word());
        line("review: {last: %s, every: 90d}".formatted(setting.today()));
        line("---");
        paragraph("# " + Ink.line(title(findings)));
    }

    private void context() {
        paragraph("## Meaning");
        var said = Stream.of("summary", "description", "message")
                .map(findings.failure().annotations()::get)
                .filter(text -> text != null && !text.isBlank())
                .map(Ink::text)
                .distinct()
                .toList();
        paragraph(said.isEmpty() ? "What has happened, and what does whoever is woken see of it?" : join(said));
        paragraph("## Impact");
        paragraph(impact());
        if (findings.fix().isPresent() || !findings.ending().isBlank()) {
            paragraph("## Causes");
            paragraph("What ended it the last time: %s."
                    .formatted(
                            findings.fix().map(fix -> "**" + fix.words() + "**").orElse("see below")));
            paragraph(Ink.text(findings.ending()));
        }
    }

    private String impact() {
        var annotated = Optional.ofNullable(findings.failure().annotations().get("impact"))
                .filter(text -> !text.isBlank())
                .map(Ink::text);
        var unit = setting.flow()
                .map(flow -> flow.business().businessUnit())
                .filter(text -> !text.isBlank())
                .map(text -> Ink.line(text) + " feels it. From when on does it hurt, and how much?");
        return annotated.or(() -> unit).orElse("Who feels it, and from when on does it hurt?");
    }

    private void diagnosis() {
        paragraph("## Diagnosis");
        var seen = findings.of(Found.Kind.SEEN);
        if (seen.isEmpty()) {
            heading("Confirm it");
            paragraph("What does one look at, and what tells that it is this failure?");
            outcomes("**It is so** → next", "**It is not so** → escalate \"It looks like this failure, and is not\"");
        }
        for (var step : seen) {
            body(step, "Look again");
            outcomes(
                    "**It is so again** → next",
                    "**It is different now** → escalate \"What was found the last time is not so now\"");
        }
    }

    private void mitigation() {
        paragraph("## Mitigation");
        var helped = findings.of(Found.Kind.HELPED);
        if (helped.isEmpty() && findings.ending().isBlank()) {
            heading("Mend it");
            paragraph("What mends it, what does that change, and is it safe to do twice?");
            mended();
        }
        if (helped.isEmpty() && !findings.ending().isBlank()) {
            body(new Found(Found.Kind.HELPED, findings.ending()), "Mend it");
            mended();
        }
        for (var step : helped) {
            body(step, "Do as the last time");
            mended();
        }
    }

    private void mended() {
        outcomes("**Done** → next", "**It cannot be done** → escalate \"What helped the last time cannot be done\"");
    }

    private void verification() {
        paragraph("## Verification");
        paragraph("### " + OVER);
        paragraph(
                "The alert has ended at its source, and what the business sees is right again. What must be true for that?");
        outcomes(
                "**It is over** → resolved",
                "**Not yet** → wait 10m, then [Is it over?](#is-it-over)",
                "**Still broken** → escalate \"Done as the last time, and still broken\"");
    }

    private void escalation() {
        paragraph("## Escalation");
        paragraph("Whatever is different from here goes to %s.".formatted(Ink.line(setting.ownerName())));
        if (!findings.asked().isEmpty()) {
            paragraph("What they were asked the last time:");
            quotes(findings.asked());
        }
        var vain = findings.of(Found.Kind.IN_VAIN);
        if (!vain.isEmpty()) {
            paragraph("What was tried and did not help:");
            quotes(vain.stream().map(Found::text).toList());
        }
    }

    private void references() {
        paragraph("## References");
        Optional.ofNullable(findings.failure().annotations().get(Alert.LINK_ANNOTATION))
                .filter(Alert::isLink)
                .map(Ink::text)
                .ifPresent(link -> line("- " + link + ", where its source showed it"));
        out.append("- [Incident %d](<%s>), from whose record this was drafted\n"
                .formatted(findings.failure().incident(), setting.address()));
    }

    /** What fits a heading is not said twice. */
    private void body(Found step, String unnamed) {
        var title = Ink.title(step.text());
        heading(title.isEmpty() ? unnamed : title);
        if (title.isEmpty() || !Ink.text(step.text()).equals(Ink.line(title))) {
            paragraph(Ink.text(step.text()));
        }
    }

    /** Headings differ: a link to one must not lead to another. */
    private void heading(String title) {
        var own = title;
        for (var number = 2; !titles.add(key(own)); number++) {
            own = "%s (%d)".formatted(title, number);
        }
        paragraph("### " + Ink.line(own));
    }

    private static String key(String title) {
        return title.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    private void quotes(List<String> texts) {
        texts.forEach(text -> paragraph(Ink.text(text)
                .lines()
                .map(line -> line.isEmpty() ? ">" : "> " + line)
                .collect(Collectors.joining("\n"))));
    }

    private void outcomes(String... items) {
        Stream.of(items).forEach(item -> line("- " + item));
        line("");
    }

    private static String join(List<String> paragraphs) {
        return String.join("\n\n", paragraphs);
    }

    private void paragraph(String text) {
        if (!text.isBlank()) {
            out.append(text).append("\n\n");
        }
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
