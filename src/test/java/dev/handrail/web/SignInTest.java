package dev.handrail.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.platform.Waiting;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Waiting
class SignInTest {
    private HttpFixture http;

    @BeforeEach
    void start() {
        http = HttpFixture.start(Map.of());
    }

    @AfterEach
    void stop() {
        http.close();
    }

    @Nested
    class GivenNobodyIsSignedIn {
        @Test
        void whenAPageIsWanted_thenTheFormIsShownFirst() {
            var answer = http.get("/incidents/2");

            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location")).hasValue("/sign-in?next=/incidents/2");
        }

        @Test
        void whenThePasswordIsRight_thenTheWantedPageFollows() {
            var answer = http.signIn(HttpFixture.PASSWORD, "/operators");

            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location")).hasValue("/operators");
            assertThat(answer.headers().allValues("Set-Cookie"))
                    .filteredOn(cookie -> cookie.startsWith("handrail_session="))
                    .singleElement()
                    .asString()
                    .contains("HTTPOnly", "SameSite=Lax", "Max-Age=43200", "Path=/")
                    .doesNotContain("Secure");
        }

        @Test
        void whenThePasswordIsWrong_thenTheFormSaysSo() {
            var answer = http.signIn("a guess of somebody", "/incidents");

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).contains("That is not the password.").doesNotContain("a guess of somebody");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://evil.example.org",
                    "//evil.example.org",
                    "/\\evil.example.org",
                    "/incidents/../../evil",
                    "javascript:alert(1)",
                    "/incidents\r\nX-Evil: 1"
                })
        void whenTheFormNamesAnotherSite_thenTheListFollowsInstead(String next) {
            var answer = http.signIn(HttpFixture.PASSWORD, next);

            assertThat(answer.headers().firstValue("Location")).hasValue("/incidents");
        }
    }

    @Nested
    class GivenPeopleComeOverTls {
        @Test
        void whenThePasswordIsRight_thenItsCookieComesBackOverTlsOnly() {
            var secure = HttpFixture.start(Map.of("handrail.url", "https://handrail.example.org"));
            var page = secure.get("/sign-in");
            var form = page.headers().firstValue("Set-Cookie").orElseThrow();
            assertThat(form).contains("Secure");

            var answer = secure.postForm(
                    "/sign-in",
                    Map.of("password", HttpFixture.PASSWORD, "form_token", HttpFixture.formToken(page.body())),
                    "Cookie",
                    form.split(";")[0]);

            assertThat(answer.headers().allValues("Set-Cookie"))
                    .filteredOn(cookie -> cookie.startsWith("handrail_session="))
                    .allMatch(cookie -> cookie.contains("Secure"))
                    .hasSize(1);
            secure.close();
        }
    }

    @Nested
    class GivenAFormThatWeDidNotShow {
        @Test
        void whenItHasNoToken_thenItIsRefused() {
            var answer = http.postForm("/sign-in", Map.of("password", HttpFixture.PASSWORD));

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.headers().allValues("Set-Cookie"))
                    .noneMatch(cookie -> cookie.startsWith("handrail_session="));
        }

        @Test
        void whenItsTokenIsOfAnotherBrowser_thenItIsRefused() {
            var token = HttpFixture.formToken(http.get("/sign-in").body());
            http.useAnotherBrowser();
            http.get("/sign-in");

            var answer = http.postForm("/sign-in", Map.of("password", HttpFixture.PASSWORD, "form_token", token));

            assertThat(answer.statusCode()).isEqualTo(403);
        }

        @Test
        void whenItWouldSignOut_thenTheSessionStays() {
            http.signIn(HttpFixture.PASSWORD, "/incidents");

            assertThat(http.postForm("/sign-out", Map.of("form_token", "made up"))
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Nested
    class GivenSomebodyGuesses {
        @Test
        void whenTheyTryMoreThanFiveTimesAMinute_thenTheyWait() {
            for (var i = 0; i < 5; i++) {
                assertThat(http.signIn("guess number " + i, "").statusCode()).isEqualTo(401);
            }

            var answer = http.signIn(HttpFixture.PASSWORD, "");

            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("60");
            assertThat(answer.body()).contains("Too many tries");
        }
    }

    @Nested
    class GivenASession {
        @Test
        void whenSomebodySignsOut_thenItsCookieIsTakenBack() {
            var plain = HttpFixture.start(Map.of());
            plain.signIn(HttpFixture.PASSWORD, "/incidents");
            var page = plain.get("/incidents");
            assertThat(page.statusCode()).isEqualTo(200);

            var answer = plain.postForm("/sign-out", Map.of("form_token", HttpFixture.formToken(page.body())));

            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(plain.get("/incidents").statusCode()).isEqualTo(303);
            plain.close();
        }

        @Test
        void whenHandrailStartsAgain_thenItIsOver() {
            var first = HttpFixture.start(Map.of());
            var cookie = first.signIn(HttpFixture.PASSWORD, "/incidents").headers().allValues("Set-Cookie").stream()
                    .filter(set -> set.startsWith("handrail_session="))
                    .findFirst()
                    .orElseThrow()
                    .split(";")[0];
            assertThat(first.get("/incidents", "Cookie", cookie).statusCode()).isEqualTo(200);
            first.close();
            var second = HttpFixture.start(Map.of());

            assertThat(second.get("/incidents", "Cookie", cookie).statusCode()).isEqualTo(303);
            second.close();
        }
    }
}
