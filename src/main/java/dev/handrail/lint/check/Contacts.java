package dev.handrail.lint.check;

import dev.handrail.ownership.CatalogueReader;
import dev.handrail.platform.source.Excerpt;
import dev.handrail.platform.source.Problems;
import dev.handrail.platform.source.Yaml;
import dev.handrail.platform.source.YamlMap;
import java.util.List;

/** Owners who are reached through Slack and nothing else: a message may not wake anybody. */
final class Contacts implements Check {
    @Override
    public void look(Subject subject, Problems problems) {
        var ignored = new Problems();
        var text = subject.text(CatalogueReader.OWNERS);
        if (!text.isBlank()) {
            Yaml.readMap(Excerpt.whole(CatalogueReader.OWNERS, text), ignored)
                    .flatMap(file -> file.map("owners"))
                    .ifPresent(owners -> owners.keys().forEach(id -> look(id, owners, problems)));
        }
    }

    private static void look(String id, YamlMap owners, Problems problems) {
        var kinds = owners.map(id).map(Contacts::kinds).orElse(List.of());
        if (!kinds.isEmpty() && kinds.stream().allMatch(kind -> kind.startsWith("slack_"))) {
            problems.warning(
                    owners.at(id),
                    "owner-only-in-slack",
                    "'" + id + "', whose every contact is in Slack",
                    "a contact that wakes somebody too: email or pagerduty");
        }
    }

    private static List<String> kinds(YamlMap owner) {
        return owner.list("contacts").stream()
                .flatMap(item -> item.map().stream())
                .flatMap(contact -> contact.keys().stream())
                .filter(key -> !key.startsWith("x-"))
                .toList();
    }
}
