package dev.handrail.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.platform.Json;
import org.junit.jupiter.api.Test;

class RedactionTest {
    @Test
    void givenSecretsInAPayload_whenRedacted_thenTheyAreGone() {
        var sent = Json.tree("""
                {"labels": {"api_key": "abc", "authorization": "x", "note": "curl -H 'Authorization: Bearer abcdefghij' ok"},
                 "url": "https://user:hunter22@host/x", "token": {"kept": "structure"}, "order_id": "4711"}""");

        var redacted = Redaction.redact(sent).toString();

        assertThat(redacted).doesNotContain("abcdefghij", "hunter22", "\"abc\"").contains("4711", "structure", "ok");
    }
}
