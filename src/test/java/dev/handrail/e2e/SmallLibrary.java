package dev.handrail.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder with one owner, one flow and one runbook, for stories that need them a little different. */
final class SmallLibrary {
    private SmallLibrary() {}

    /**
     * @param flow a line about the flow
     * @param frontMatter a line about the runbook for OrderStuck
     */
    static Path in(Path folder, String flow, String frontMatter) throws IOException {
        Files.writeString(folder.resolve("owners.yml"), """
                default: team
                owners:
                  team: {name: Team, contacts: [{slack_user: U01ANA}]}
                """);
        Files.writeString(folder.resolve("flows.yml"), """
                default_channel: "#order-flows"
                flows:
                  order-to-erp:
                    name: Orders to the ERP
                    source: Shop
                    target: ERP
                    owner: team
                    %s
                """.formatted(flow));
        Files.writeString(folder.resolve("order-stuck.md"), """
                ---
                match:
                  - alertname="OrderStuck"
                %s
                ---
                # Orders are stuck

                ## Diagnosis
                1. Is the ERP up?
                   - Yes → resolved
                   - No → escalate "the ERP is down"
                """.formatted(frontMatter));
        return folder;
    }
}
