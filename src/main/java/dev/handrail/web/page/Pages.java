package dev.handrail.web.page;

import dev.handrail.web.access.FormTokens;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Lays pages out. Uses the template engine itself, not the framework's views: errors are then pages like any other, and templates
 * are compiled, type-checked and escaped either way.
 */
@Singleton
public final class Pages {
    private static final MediaType HTML = MediaType.of("text/html;charset=utf-8");

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final FormTokens formTokens;
    private final boolean demo;

    Pages(FormTokens formTokens, @Value("${handrail.demo:false}") boolean demo) {
        this.formTokens = formTokens;
        this.demo = demo;
    }

    /** @param template the name of a file in {@code src/main/jte}, without {@code .jte} */
    public MutableHttpResponse<String> show(HttpRequest<?> request, String template, Object page) {
        var token = formTokens.issue(request);
        var frame =
                new Frame(section(request.getPath()), request.getUserPrincipal().isPresent(), demo, token.field());
        var output = new StringOutput();
        engine.render(template + ".jte", Map.of("frame", frame, "page", page), output);
        return HttpResponse.status(HttpStatus.OK)
                .body(output.toString())
                .contentType(HTML)
                .cookie(token.cookie());
    }

    private static String section(String path) {
        return Stream.of("/incidents", "/runbooks", "/silences")
                .filter(path::startsWith)
                .findFirst()
                .orElse(path);
    }
}
