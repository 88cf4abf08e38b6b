package dev.handrail.web.silence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handrail.alert.Silence;
import dev.handrail.platform.Json;
import dev.handrail.platform.access.Role;
import dev.handrail.run.silence.SilenceDesk;
import dev.handrail.run.silence.SilenceDesk.Answer;
import dev.handrail.web.ErrorBody;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Silences as JSON, for deployments that silence what they are about to break. */
@Controller("/v1/silences")
@ExecuteOn(TaskExecutors.BLOCKING)
final class SilencesApi {
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");

    private final SilenceDesk desk;
    private final InstantSource clock;

    SilencesApi(SilenceDesk desk, InstantSource clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** Those that are active or will be; with {@code ended=true} the newest of those that are over. */
    @Get
    @Secured({Role.API, Role.ADMINISTRATOR})
    HttpResponse<?> list(@QueryValue Optional<String> ended) {
        if (ended.filter(text -> !text.equals("true") && !text.equals("false")).isPresent()) {
            return bad("parameter 'ended': found '%s'; wanted true or false".formatted(ended.get()));
        }
        var silences = ended.filter("true"::equals).isPresent() ? desk.past() : desk.current();
        var held = new HeldNow(desk.held(HeldNow.LIMIT));
        return HttpResponse.ok(
                silences.stream().map(silence -> json(silence, held)).toList());
    }

    /** 201 with the silence; 400 for what cannot be read. */
    @Post
    @Secured(Role.API)
    @Consumes(MediaType.ALL)
    HttpResponse<?> make(@Body byte[] body) {
        Silence wish;
        try {
            wish = SilenceWish.read(Json.tree(body), clock.instant());
        } catch (IllegalArgumentException e) {
            return bad(String.valueOf(e.getMessage()));
        }
        return HttpResponse.created(json(desk.make(wish), new HeldNow(List.of())));
    }

    /** 200 with the silence, which holds nothing any more; 404 if there is none, 409 if it was over. */
    @Delete("/{id}")
    @Secured(Role.API)
    HttpResponse<?> end(String id, @QueryValue Optional<String> who) {
        var name = who.map(String::strip).filter(text -> !text.isEmpty() && text.length() <= SilenceWish.LONGEST_NAME);
        if (name.isEmpty()) {
            return bad("parameter 'who': wanted who ends it, in at most %d characters"
                    .formatted(SilenceWish.LONGEST_NAME));
        }
        return switch (NUMBER.matcher(id).matches()
                ? desk.end(Long.parseLong(id), name.get())
                : new Answer.NoSuchSilence()) {
            case Answer.Ended ended -> HttpResponse.ok(json(ended.silence(), new HeldNow(List.of())));
            case Answer.WasOver over ->
                HttpResponse.status(HttpStatus.CONFLICT)
                        .body(new ErrorBody("silence #%d was over already"
                                .formatted(over.silence().id())));
            case Answer.NoSuchSilence _ ->
                HttpResponse.notFound(new ErrorBody("there is no silence '%s'".formatted(id)));
        };
    }

    private static HttpResponse<?> bad(String problem) {
        return HttpResponse.badRequest(new ErrorBody(problem));
    }

    private JsonNode json(Silence silence, HeldNow held) {
        return SilenceJson.of(silence, clock.instant(), held.by(silence));
    }
}
