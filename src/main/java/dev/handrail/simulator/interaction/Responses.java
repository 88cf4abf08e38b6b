package dev.handrail.simulator.interaction;

import dev.handrail.simulator.api.Drafts;
import dev.handrail.simulator.wire.Arguments;
import dev.handrail.simulator.wire.Refusal;
import dev.handrail.simulator.wire.Reply;
import dev.handrail.simulator.wire.Request;
import dev.handrail.simulator.workspace.ResponseUrls.ResponseUrl;
import dev.handrail.simulator.workspace.Workspace;
import dev.handrail.slack.SlackLimits;
import java.util.List;
import java.util.Optional;

/** What the bot posts to a response_url: the message acted on is replaced or removed, or another one is added. */
public final class Responses {
    private final Workspace workspace;

    public Responses(Workspace workspace) {
        this.workspace = workspace;
    }

    public Reply handle(String id, Request request) {
        try {
            var arguments = Arguments.of(request);
            follow(workspace.responseUrls().use(id), arguments);
            return Reply.text(200, "ok");
        } catch (Refusal refusal) {
            return no(refusal.error(), refusal.details());
        } catch (IllegalArgumentException e) {
            return no("invalid_payload", List.of(String.valueOf(e.getMessage())));
        }
    }

    private static Reply no(String error, List<String> details) {
        var answer = Payloads.object().put("ok", false).put("error", error);
        details.forEach(answer.putArray("details")::add);
        return Reply.json(404, answer);
    }

    private void follow(ResponseUrl url, Arguments arguments) {
        if (arguments.flag("delete_original")) {
            workspace.messages().delete(url.channel(), original(url));
        } else if (arguments.flag("replace_original")) {
            replace(url, arguments);
        } else {
            add(url, arguments);
        }
    }

    private void replace(ResponseUrl url, Arguments arguments) {
        var edited = workspace.messages().edit(url.channel(), original(url), body -> {
            Drafts.write(body, arguments, SlackLimits.UPDATE_TEXT_BYTES);
            return body;
        });
        if (edited.isEmpty()) {
            throw new Refusal("message_not_found");
        }
    }

    private void add(ResponseUrl url, Arguments arguments) {
        var body = Drafts.message(arguments);
        arguments.text("thread_ts").ifPresent(ts -> body.put("thread_ts", ts));
        var toAll = arguments.text("response_type").filter("in_channel"::equals).isPresent();
        workspace.messages().add(url.channel(), toAll ? Optional.empty() : Optional.of(url.user()), body);
    }

    private static String original(ResponseUrl url) {
        return url.ts().orElseThrow(() -> new Refusal("no_original_message"));
    }
}
