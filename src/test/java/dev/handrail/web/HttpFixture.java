package dev.handrail.web;

import dev.handrail.platform.TestClock;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Handrail over real HTTP, with {@link SampleIncidents} to read, and a browser's cookies. */
public final class HttpFixture implements AutoCloseable {
    public static final String ALERT_TOKEN = "hr_alert_for_these_tests";
    public static final String API_TOKEN = "hr_api_for_these_tests";
    public static final String PASSWORD = "correct horse battery staple";

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"form_token\" value=\"([^\"]+)\"");

    private final EmbeddedServer server;
    private HttpClient client = browser();

    private HttpFixture(EmbeddedServer server) {
        this.server = server;
    }

    public static HttpFixture start(Map<String, Object> properties) {
        return new HttpFixture(ApplicationContext.run(EmbeddedServer.class, with(properties), "test"));
    }

    /** @param clock in the place of the machine's */
    public static HttpFixture start(Map<String, Object> properties, InstantSource clock) {
        return new HttpFixture(ApplicationContext.builder("test")
                .properties(with(properties))
                .beanDefinitions(TestClock.of(clock))
                .start()
                .getBean(EmbeddedServer.class)
                .start());
    }

    private static Map<String, Object> with(Map<String, Object> properties) {
        var all = new HashMap<String, Object>(Map.of(
                "handrail.samples", true,
                "handrail.alert.token", ALERT_TOKEN,
                "handrail.api.token", API_TOKEN,
                "handrail.admin.password", PASSWORD,
                "micronaut.server.port", -1));
        all.putAll(properties);
        return all;
    }

    public ApplicationContext context() {
        return server.getApplicationContext();
    }

    /** Forgets every cookie. */
    public void useAnotherBrowser() {
        client = browser();
    }

    public HttpResponse<String> get(String path, String... headers) {
        var request = request(path).GET();
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    public HttpResponse<String> getWithToken(String path, String token) {
        return get(path, "Authorization", "Bearer " + token);
    }

    public HttpResponse<String> send(String method, String path, String contentType, byte[] body) {
        return send(request(path)
                .header("Content-Type", contentType)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    public HttpResponse<String> postForm(String path, Map<String, String> fields, String... headers) {
        var body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        var request = request(path).header("Content-Type", "application/x-www-form-urlencoded");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    /** Opens the form and sends it with a password. */
    public HttpResponse<String> signIn(String password, String next) {
        var page = get("/sign-in?next=" + encoded(next));
        return postForm("/sign-in", Map.of("form_token", formToken(page.body()), "password", password, "next", next));
    }

    public static String formToken(String page) {
        var matcher = FORM_TOKEN.matcher(page);
        if (!matcher.find()) {
            throw new AssertionError("no form token in " + page);
        }
        return matcher.group(1);
    }

    public URI url() {
        return server.getURI();
    }

    @Override
    public void close() {
        server.stop();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.getURI().resolve(path));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("no answer to " + request, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for " + request, e);
        }
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
