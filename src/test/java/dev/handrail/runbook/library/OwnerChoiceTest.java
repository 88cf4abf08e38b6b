package dev.handrail.runbook.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.ownership.Catalogue;
import dev.handrail.ownership.CatalogueReader;
import dev.handrail.ownership.OwnerId;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.parse.RunbookParser;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A runbook's own word, else OWNERS or CODEOWNERS, else the flow, else the default owner. */
class OwnerChoiceTest {
    @TempDir
    private Path path;

    @BeforeEach
    void owners() {
        new Folder(path)
                .write("owners.yml", """
                    default: commerce
                    owners:
                      commerce: {contacts: [{slack_user: U01ANA}]}
                      payments: {contacts: [{slack_user: U02BEN}], aliases: ["@acme/money"]}
                      orders: {contacts: [{slack_user: U03MARTA}]}
                    """)
                .write("flows.yml", "default_channel: '#commerce'\nflows: {orders: {owner: orders}}\n")
                .write("a.md", "Text.");
    }

    private OwnerChoice choice(String frontMatter, boolean hasFlow) {
        var read = CatalogueReader.read(path);
        assertThat(read.problems()).isEmpty();
        var catalogue = read.catalogue().orElseThrow();
        var runbook = RunbookParser.parse("a.md", "---\n" + frontMatter + "\n---\nText.\n")
                .runbook()
                .orElseThrow();
        return OwnerChoice.of(runbook, hasFlow ? catalogue.flow("orders") : Optional.empty(), catalogue);
    }

    @Test
    void givenAllThreeName_whenChosen_thenTheRunbookHolds() {
        new Folder(path).write("CODEOWNERS", "*.md @acme/money\n");

        var choice = choice("owner: commerce", true);

        assertThat(choice.owner().name()).isEqualTo("commerce");
        assertThat(choice.isContested()).isTrue();
        assertThat(choice.why())
                .isEqualTo("the runbook names 'commerce', which goes before: CODEOWNERS:1:6 names '@acme/money'"
                        + " ('payments'), the flow 'orders' names 'orders'");
    }

    @Test
    void givenAFileAndTheFlow_whenChosen_thenTheFileHolds() {
        new Folder(path).write("OWNERS", "approvers: [payments]\n");

        assertThat(choice("id: a", true).owner().name()).isEqualTo("payments");
        assertThat(choice("id: a", true).isContested()).isTrue();
        assertThat(choice("id: a", false).isContested()).isFalse();
    }

    @Test
    void givenOnlyTheFlow_whenChosen_thenItHolds() {
        assertThat(choice("id: a", true).why()).isEqualTo("the flow 'orders' names 'orders'");
    }

    @Test
    void givenNobody_whenChosen_thenItIsTheDefaultOwner() {
        assertThat(choice("id: a", false).owner().name()).isEqualTo("commerce");
        assertThat(choice("id: a", false).why()).contains("default owner");
    }

    @Test
    void givenARuleForWhatTheAlertSays_whenChosen_thenItGoesAfterTheRunbookAndBeforeFileAndFlow() {
        new Folder(path).write("OWNERS", "approvers: [orders]\n").write("owners.yml", """
            default: commerce
            owners:
              commerce: {contacts: [{slack_user: U01ANA}]}
              payments: {contacts: [{slack_user: U02BEN}]}
              orders: {contacts: [{slack_user: U03MARTA}]}
            by_label:
              carrier: {dhl: orders}
              psp: {adyen: payments, "1": commerce}
            """);
        var catalogue = CatalogueReader.read(path).catalogue().orElseThrow();
        var rule = catalogue
                .rule(label -> label.equals("psp") ? Optional.of("adyen") : Optional.empty())
                .orElseThrow();
        assertThat(rule.owner().value()).isEqualTo("payments");
        assertThat(catalogue.rule(label -> Optional.of("ups"))).isEmpty();
        var ruled =
                new OwnerChoice.Payload(Optional.of(new OwnerChoice.Claim(rule.owner(), "the rule")), Optional.empty());

        assertThat(choice("id: a", ruled, catalogue)).isEqualTo("payments");
        assertThat(choice("owner: orders", ruled, catalogue)).isEqualTo("orders");
    }

    @Test
    void givenAnAlertWhoseSystemOrSourceHasAnOwner_whenNothingNearerNamesOne_thenThatHolds() {
        var catalogue = CatalogueReader.read(path).catalogue().orElseThrow();
        var wider = new OwnerChoice.Payload(
                Optional.empty(), Optional.of(new OwnerChoice.Claim(new OwnerId("payments"), "its system")));

        assertThat(choice("id: a", wider, catalogue)).isEqualTo("payments");
        assertThat(OwnerChoice.of(runbook("id: a"), catalogue.flow("orders"), wider, catalogue)
                        .owner()
                        .name())
                .isEqualTo("orders");
    }

    private static String choice(String frontMatter, OwnerChoice.Payload payload, Catalogue catalogue) {
        return OwnerChoice.of(runbook(frontMatter), Optional.empty(), payload, catalogue)
                .owner()
                .name();
    }

    private static Runbook runbook(String frontMatter) {
        return RunbookParser.parse("a.md", "---\n" + frontMatter + "\n---\nText.\n")
                .runbook()
                .orElseThrow();
    }
}
