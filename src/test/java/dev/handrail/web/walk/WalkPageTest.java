package dev.handrail.web.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handrail.incident.IncidentId;
import dev.handrail.incident.Person;
import dev.handrail.platform.RunningClock;
import dev.handrail.run.Act;
import dev.handrail.run.Command;
import dev.handrail.run.Happened;
import dev.handrail.run.IncidentView;
import dev.handrail.run.RunEvent;
import dev.handrail.run.desk.RunReader;
import dev.handrail.run.desk.RunService;
import dev.handrail.run.merge.MergeDesk;
import dev.handrail.slack.press.Ticket;
import dev.handrail.web.HttpFixture;
import dev.handrail.web.access.Passes;
import io.micronaut.http.cookie.Cookie;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page over real HTTP, in a Handrail that knows no Slack. */
class WalkPageTest {
    private static final String MISCHIEF = "<script>alert(1)</script>\"'<!channel>";
    private static final Person MARTA = new Person("U03MARTA", "Marta Ruiz");
    private static final AtomicInteger ORDERS = new AtomicInteger();
    private static final RunningClock CLOCK = new RunningClock();
    private static HttpFixture http;

    private IncidentId incident;

    @BeforeAll
    static void start() {
        http = HttpFixture.start(Map.of("handrail.samples", false, "handrail.runbooks", "runbooks"), CLOCK);
    }

    @AfterAll
    static void stop() {
        http.close();
    }

    @BeforeEach
    void open() {
        http.useAnotherBrowser();
        incident = fires();
    }

    @Nested
    class GivenSomebodyWhoHasSignedIn {
        @BeforeEach
        void signIn() {
            http.signIn(HttpFixture.PASSWORD, walk());
        }

        @Test
        void whenTheyHaveNoNameYet_thenTheyAreAskedForItOnce() {
            assertThat(http.get(walk()).body())
                    .contains("Who are you?", "<option value=\"marta\">Marta Ruiz</option>")
                    .doesNotContain("I&#39;m on it</button>", "I'm on it</button>");

            assertThat(press("ack", Ticket.of(incident), Map.of()).statusCode()).isEqualTo(400);
            assertThat(isNamed("marta", "").statusCode()).isEqualTo(303);

            assertThat(http.get(walk()).body())
                    .contains("You are Marta Ruiz", "I'm on it</button>", "mischief &lt;script&gt;")
                    .doesNotContain(MISCHIEF);
        }

        @ParameterizedTest
        @CsvSource({
            "marta, '', U03MARTA, Marta Ruiz",
            "'', 'marta ruiz', U03MARTA, Marta Ruiz",
            "'', '  Sam  Night ', name:Sam Night, Sam Night",
            "nobody, Ben Okafor, U02BEN, Ben Okafor"
        })
        void whenTheySayWhoTheyAre_thenTheRecordHasThePersonWhomSlackKnows(
                String chosen, String typed, String id, String name) {
            isNamed(chosen, typed);

            press("ack", Ticket.of(incident), Map.of());

            assertThat(view().state().responder()).contains(new Person(id, name));
        }

        @Test
        void whenItWasMerged_thenBothPagesNameAndLinkWhereItGoesOn() {
            var into = fires();
            http.context()
                    .getBean(MergeDesk.class)
                    .merge(incident, new MergeDesk.Wish(MARTA, into, "One outage"), () -> {});
            var number = into.value();

            assertThat(http.get(walk()).body())
                    .contains(
                            "Merged into incident #" + number,
                            "Merged into <a href=\"/incidents/" + number + "/walk\">incident #" + number + "</a>")
                    .doesNotContain("Nobody is on it", "same failure as another");
            assertThat(http.get("/incidents/" + incident.value()).body())
                    .contains(
                            "Merged into incident #" + number,
                            "They went to <a href=\"/incidents/" + number + "\">incident #" + number + "</a>")
                    .doesNotContain("0 of 1 firing");
            assertThat(http.get("/incidents/" + number).body())
                    .contains("2 of 2 firing", "<span>flow</span>=<b>walk-", "Each alert, by the labels");
        }

        @Test
        void whenTheyWalk_thenEachPressIsRecordedAsTheirs() {
            isNamed("marta", "");

            var taken = press("ack", Ticket.of(incident), Map.of());
            assertThat(taken.statusCode()).isEqualTo(303);
            assertThat(taken.headers().firstValue("Location")).hasValue(walk());
            var page = http.get(walk()).body();
            assertThat(page).contains("Step 1 of 10", "Oldest under 2 h</button>", "SELECT COUNT(*) AS stuck");
            presses(page, "Oldest under 2 h");
            presses(http.get(walk()).body(), "Time-out or 5xx");

            assertThat(events(RunEvent.Answered.class))
                    .extracting(RunEvent.Answered::outcome)
                    .containsExactly("Oldest under 2 h", "Time-out or 5xx");
            assertThat(events(RunEvent.Answered.class))
                    .allMatch(answer -> answer.by().is(MARTA));
        }

        @Test
        void whenAFormIsSentTwice_thenItIsRecordedOnceAndAnsweredKindly() {
            isNamed("marta", "");
            press("ack", Ticket.of(incident), Map.of());
            var page = http.get(walk()).body();

            assertThat(presses(page, "Oldest under 2 h").statusCode()).isEqualTo(303);
            var second = presses(page, "Oldest under 2 h");

            assertThat(second.statusCode()).isEqualTo(409);
            assertThat(second.body()).contains("You were first, at", "answered “Oldest under 2 h”", "Step 2 of 10");
            assertThat(events(RunEvent.Answered.class)).hasSize(1);
        }

        @Test
        void whenSomebodyElseWasFirst_thenTheyAreToldWhoAndKeepTheirWords() {
            isNamed("marta", "");
            press("ack", Ticket.of(incident), Map.of());
            var page = http.get(walk()).body();
            var stale = ticketOf(page, "Something else…");
            http.useAnotherBrowser();
            http.signIn(HttpFixture.PASSWORD, walk());
            isNamed("ben", "");
            presses(http.get(walk()).body(), "Oldest under 2 h");
            isNamed("marta", "");

            var late = press("something_else", stale, Map.of("sentence", "The queue <b>burns</b>"));

            assertThat(late.statusCode()).isEqualTo(409);
            assertThat(late.body())
                    .contains("Ben Okafor was first, at", "You wrote:", "The queue &lt;b&gt;burns&lt;/b&gt;");
            assertThat(events(RunEvent.Escalated.class)).isEmpty();
        }

        @Test
        void whenANoteIsSentTwiceAtOnce_thenItIsRecordedOnce() {
            isNamed("marta", "");
            var fields = fields("note", Ticket.of(incident), Map.of("sentence", "Restarted " + MISCHIEF));

            var both = Stream.generate(() -> CompletableFuture.supplyAsync(() -> http.postForm(walk(), fields)))
                    .limit(2)
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .map(HttpResponse::statusCode)
                    .toList();

            assertThat(both).containsExactlyInAnyOrder(303, 409);
            assertThat(events(Act.NoteAdded.class))
                    .singleElement()
                    .extracting(Act.NoteAdded::by)
                    .isEqualTo(MARTA);
            assertThat(http.get(walk() + "?done=note").body())
                    .contains("Your note is on record.", "Restarted &lt;script&gt;")
                    .doesNotContain(MISCHIEF);
            press("note", Ticket.of(incident), Map.of("sentence", "Restarted " + MISCHIEF));
            assertThat(events(Act.NoteAdded.class)).as("said again later").hasSize(2);
        }

        @Test
        void whenATryIsStartedOnce_thenItsResultIsAskedAndASecondStartIsNone() {
            isNamed("marta", "");
            press("ack", Ticket.of(incident), Map.of());
            Stream.of("Oldest under 2 h", "Time-out or 5xx", "No row")
                    .forEach(outcome -> presses(http.get(walk()).body(), outcome));
            var page = http.get(walk()).body();
            var start = ticketOf(page, "Start try 1 of 3");
            assertThat(page).contains("<summary>Start try 1 of 3…</summary>", "It changes a system");

            assertThat(press("try", start, Map.of()).statusCode()).isEqualTo(303);
            assertThat(press("try", start, Map.of()).body()).contains("You were first");

            assertThat(http.get(walk()).body()).contains("is under way", "Not exported</button>");
            assertThat(events(RunEvent.TryStarted.class)).hasSize(1);
        }

        @Test
        void whenTheyEscalateAndTakeIt_thenTheyCanSayThatItIsOverAndWhy() {
            isNamed("marta", "");
            press("ack", Ticket.of(incident), Map.of());
            press("escalate", Ticket.of(incident), Map.of("sentence", "I need the ERP team"));
            press("take_page", Ticket.of(incident), Map.of());

            assertThat(press("resolve", Ticket.of(incident), Map.of("sentence", " "))
                            .body())
                    .contains("A sentence is missing");
            press("resolve", Ticket.of(incident), Map.of("sentence", "Restarted it", "choice", "RETRY"));

            assertThat(events(RunEvent.Finished.class)).singleElement().satisfies(over -> {
                assertThat(over.by()).contains(MARTA);
                assertThat(over.note()).isEqualTo("Restarted it");
                assertThat(over.fix()).isPresent();
            });
            assertThat(press("ack", Ticket.of(incident), Map.of()).body()).contains("It is over already");
        }

        @ParameterizedTest
        @ValueSource(strings = {"skip", "mute", "hand_over", "merge", "drop table", ""})
        void whenAFormAsksForWhatThePageCannotDo_thenNothingIsDone(String verb) {
            isNamed("marta", "");
            var before = view().position();

            var answer = press(verb, Ticket.of(incident), Map.of("sentence", "please"));

            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.body()).contains("That button is not one of this page");
            assertThat(view().position()).isEqualTo(before);
        }

        @Test
        void whenATicketIsOfAnotherIncident_thenNothingIsDone() {
            isNamed("marta", "");
            var other = fires();

            assertThat(press("ack", Ticket.of(other), Map.of()).statusCode()).isEqualTo(409);

            assertThat(http.context()
                            .getBean(RunReader.class)
                            .find(other)
                            .orElseThrow()
                            .state()
                            .responder())
                    .isEmpty();
        }

        @Test
        void whenAFormIsNotOneThatWeShowed_thenItIsForbidden() {
            isNamed("marta", "");
            var fields = fields("ack", Ticket.of(incident), Map.of("sentence", "It smokes"));
            fields.remove("form_token");
            var answer = http.postForm(walk(), fields);

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("You wrote", "It smokes");
            assertThat(http.postForm(walk() + "/name", Map.of("typed", "Eve")).statusCode())
                    .isEqualTo(403);
            assertThat(view().state().responder()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
        void whenAnotherMethodIsUsed_thenItIsNotAllowed(String method) {
            var answer = http.send(method, walk(), "application/x-www-form-urlencoded", new byte[0]);

            assertThat(answer.statusCode()).isEqualTo(405);
        }

        @Test
        void whenTheIncidentIsNotThere_thenItIsSaidSo() {
            assertThat(http.get("/incidents/99999/walk").statusCode()).isEqualTo(404);
            assertThat(http.get("/incidents/none/walk").statusCode()).isEqualTo(404);
        }
    }

    @Nested
    class GivenSomebodyWhoTookThePageByTheirMail {
        private Cookie pass;

        @BeforeEach
        void hasAPass() {
            pass = http.context().getBean(Passes.class).grant(incident, MARTA);
        }

        @Test
        void whenTheyWalk_thenTheyNeedNoPasswordForThatIncident() {
            assertThat(pass.isHttpOnly()).isTrue();
            assertThat(pass.getPath()).isEqualTo("/incidents/" + incident.value());
            assertThat(pass.getMaxAge()).isEqualTo(Duration.ofHours(12).toSeconds());
            var page = http.get(walk(), "Cookie", cookie(pass));
            assertThat(page.body())
                    .contains("You are Marta Ruiz, by the link", "I'm on it</button>")
                    .doesNotContain("Sign out");
            var form = page.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
            http.useAnotherBrowser();

            var answer = http.postForm(
                    walk(),
                    Map.of(
                            "form_token", HttpFixture.formToken(page.body()),
                            "verb", "ack",
                            "ticket", Ticket.of(incident).encoded()),
                    "Cookie",
                    cookie(pass) + "; " + form);

            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(view().state().responder()).contains(MARTA);
            assertThat(http.get("/incidents/" + incident.value(), "Cookie", cookie(pass))
                            .statusCode())
                    .isEqualTo(200);
        }

        @ParameterizedTest
        @ValueSource(strings = {"/incidents", "/operators", "/runbooks", "/incidents/%d/draft", "/v1/incidents"})
        void whenTheyLookElsewhere_thenTheyAreAskedToSignIn(String path) {
            assertThat(http.get(path.formatted(incident.value()), "Cookie", cookie(pass))
                            .statusCode())
                    .isIn(303, 401);
        }

        @Test
        void whenThePassIsForAnotherIncident_thenItIsNone() {
            var other = fires();
            var renamed = "handrail_walk_" + other.value() + "=" + pass.getValue();

            assertThat(refused("/incidents/" + other.value() + "/walk", renamed))
                    .isTrue();
            assertThat(refused("/incidents/" + other.value(), renamed)).isTrue();
        }

        @Test
        void whenThePassIsForged_thenItIsNone() {
            var text = pass.getValue();
            var forged = Stream.of(text.substring(1), text + "0", text.replace(".", ""), "e30.", "", "....", "%00");

            assertThat(forged.filter(value -> !refused(walk(), pass.getName() + "=" + value)))
                    .isEmpty();
        }

        @Test
        void whenANightHasPassed_thenThePassIsOver() {
            assertThat(refused(walk(), cookie(pass))).isFalse();

            CLOCK.advance(Duration.ofHours(12));

            assertThat(refused(walk(), cookie(pass))).isTrue();
        }

        @Test
        void whenTheIncidentHasBeenOverForAnHour_thenThePassIsOver() {
            var runs = http.context().getBean(RunService.class);
            List.of(
                            new Command.Acknowledge(MARTA),
                            new Command.Escalate(MARTA, "help"),
                            new Command.TakePage(MARTA),
                            new Command.Resolve(MARTA, "done"))
                    .forEach(command -> runs.handle(incident, command, () -> {}));
            assertThat(refused(walk(), cookie(pass))).isFalse();

            CLOCK.advance(Duration.ofMinutes(61));

            assertThat(refused(walk(), cookie(pass))).isTrue();
            assertThat(refused("/incidents/" + incident.value(), cookie(pass))).isTrue();
        }
    }

    @Test
    void givenAStranger_whenTheyAskForAWalk_thenTheyAreAskedToSignInAndComeBackToIt() {
        var answer = http.get(walk());

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/sign-in?next=" + walk());
        assertThat(http.get("/incidents/99999/walk").statusCode())
                .as("one that is not there")
                .isEqualTo(303);
        assertThat(http.postForm(walk(), Map.of("verb", "ack")).statusCode()).isEqualTo(303);
        assertThat(http.signIn(HttpFixture.PASSWORD, walk()).headers().firstValue("Location"))
                .hasValue(walk());
    }

    private boolean refused(String path, String cookie) {
        http.useAnotherBrowser();
        return http.get(path, "Cookie", cookie).statusCode() == 303;
    }

    private static String cookie(Cookie cookie) {
        return cookie.getName() + "=" + cookie.getValue();
    }

    private String walk() {
        return "/incidents/" + incident.value() + "/walk";
    }

    private HttpResponse<String> isNamed(String chosen, String typed) {
        var token = HttpFixture.formToken(http.get(walk()).body());
        return http.postForm(walk() + "/name", Map.of("form_token", token, "chosen", chosen, "typed", typed));
    }

    private HttpResponse<String> press(String verb, Ticket ticket, Map<String, String> more) {
        return http.postForm(walk(), fields(verb, ticket, more));
    }

    private Map<String, String> fields(String verb, Ticket ticket, Map<String, String> more) {
        var fields = new HashMap<>(more);
        fields.put("form_token", HttpFixture.formToken(http.get(walk()).body()));
        fields.put("verb", verb);
        fields.put("ticket", ticket.encoded());
        fields.put("shown", Long.toString(view().position()));
        return fields;
    }

    /** Presses the button of an outcome on a page, which may be an old one. */
    private HttpResponse<String> presses(String page, String outcome) {
        return press("answer", ticketOf(page, outcome), Map.of());
    }

    private static Ticket ticketOf(String page, String label) {
        var parts = page.split("name=\"ticket\" value=\"");
        var at = Stream.iterate(1, i -> i < parts.length, i -> i + 1)
                .filter(i -> parts[i].contains(label + "</button>") || parts[i - 1].contains("<summary>" + label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button '%s' on %s".formatted(label, page)));
        return Ticket.parse(parts[at].substring(0, parts[at].indexOf('"'))).orElseThrow();
    }

    private IncidentView view() {
        return http.context().getBean(RunReader.class).find(incident).orElseThrow();
    }

    private <E extends RunEvent> List<E> events(Class<E> type) {
        return view().timeline().stream()
                .map(Happened::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static IncidentId fires() {
        var labels = Map.of(
                "alertname", "OrderExportStalled",
                "flow", "walk-" + ORDERS.incrementAndGet(),
                "order_id", "100000042");
        return Fired.alert(http, labels, Map.of("summary", "mischief " + MISCHIEF));
    }
}
