package dev.handrail.lint.check;

import dev.handrail.platform.source.Problems;
import dev.handrail.platform.source.YamlMap;
import dev.handrail.platform.source.YamlValue;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Owners whom a page may not reach: those in Slack and nowhere else, because a message may not wake anybody, and those with a
 * rotation in which nobody is on call.
 */
final class Contacts implements Check {
    private static final String DAY = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]).*";
    private static final int DAY_LENGTH = 10;

    @Override
    public void look(Subject subject, Problems problems) {
        OwnerContacts.of(subject).forEach((id, contacts) -> {
            if (contacts.isOnlySlack()) {
                problems.warning(
                        contacts.at(),
                        "owner-only-in-slack",
                        "'" + id + "', whose every contact is in Slack",
                        "a contact that wakes somebody too: email, pagerduty or a webhook");
            }
        });
        OwnerContacts.owners(subject)
                .flatMap(file -> file.map("owners"))
                .ifPresent(owners -> owners.keys()
                        .forEach(id -> owners.map(id)
                                .flatMap(owner -> owner.map("rotation"))
                                .ifPresent(rotation -> look(rotation, subject.today(), problems))));
    }

    private static void look(YamlMap rotation, LocalDate today, Problems problems) {
        rotation.get("start")
                .filter(value -> day(value).filter(today::isBefore).isPresent())
                .ifPresent(value -> problems.warning(
                        value.at(),
                        "gap-in-rotation",
                        value.found() + ", which is still to come",
                        "a day that has passed: until then nobody is on call"));
        rotation.list("overrides").stream()
                .flatMap(item -> item.map().stream())
                .flatMap(override -> override.get("to").stream())
                .filter(value -> day(value).filter(today::isAfter).isPresent())
                .forEach(value -> problems.warning(
                        value.at(),
                        "override-past",
                        value.found() + ", which has passed",
                        "only what is still to come"));
    }

    private static Optional<LocalDate> day(YamlValue value) {
        return value.textIfAny()
                .filter(text -> text.matches(DAY))
                .map(text -> LocalDate.parse(text.substring(0, DAY_LENGTH)));
    }
}
