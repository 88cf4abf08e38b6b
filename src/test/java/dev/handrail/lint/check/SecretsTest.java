package dev.handrail.lint.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.lint.LintedLibrary;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    @TempDir
    private Path temp;

    private boolean isTold(String line) {
        return new LintedLibrary(temp)
                .withOwners().write("a.md", "# A\n\nRun `" + line.replace("~", "") + "` there.\n").problems().stream()
                        .anyMatch(problem -> problem.rule().equals("secret"));
    }

    /** The tilde keeps scanners from taking these lines for what they look like; it is left out before they are looked at. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "xox~b-2147483647-918273645-aBcDeFgHiJkL",
                "gh~p_16C7e42F292c6912E7710c838347Ae178B4a",
                "AK~IAIOSFODNN7QPLMZKT",
                "sk_l~ive_4eC39HqLyjWDarjtT1zdp7dc",
                "-----BEGIN RSA PRI~VATE KEY-----",
                "ey~JhbGciOiJIUzI1NiIsInR5cCI6.ey~JzdWIiOiJqb2huIiwiaWF0.SflKxwRJSMeKKF2QT4fwpM",
                "mysql -u ops password=q7Zr93kLm2Vx",
                "API_KEY: 'f3a9c17be2d84406a1c5'",
                "psql postgresql://ops:Tr0ub4dor7x@db/orders"
            })
    void givenACredential_whenLinted_thenItIsTold(String line) {
        assertThat(isTold(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "curl -H \"Authorization: Bearer $TOKEN\"",
                "password=$(kubectl get secret db -o jsonpath='{.data.password}')",
                "kubectl create secret generic db --from-literal=password=<password>",
                "token: ${GITHUB_TOKEN}",
                "secret: payment-gateway-credentials-2",
                "password = \"changeme-please-1\"",
                "HANDRAIL_DATABASE_URL=postgresql://handrail:secret@db/handrail",
                "secretKeyRef: name: mysql-password-v2, key: password",
                "access_key: AK~IAIOSFODNN7EXAMPLE",
                "xox~b-your-token-goes-here-12",
                "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "api_key=XXXXXXXXXXXXXXXX1",
                "vault kv get -field=password secret/data/orders/db-1"
            })
    void givenWhatOnlyLooksSo_whenLinted_thenNothingIsSaid(String line) {
        assertThat(isTold(line)).isFalse();
    }
}
