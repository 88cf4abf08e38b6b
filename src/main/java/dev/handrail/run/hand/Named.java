package dev.handrail.run.hand;

import dev.handrail.platform.source.Nearest;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.library.Library;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which runbook somebody means by a name. */
final class Named {
    private static final int LISTED = 5;

    private Named() {}

    /** Returns the runbook of that id, or at that path; a path that ends with it will do, as a shell completes it. */
    static Optional<Runbook> find(Library library, String name) {
        return library.byId(name)
                .or(() -> library.byPath(name))
                .or(() -> library.runbooks().stream()
                        .filter(runbook -> name.endsWith("/" + runbook.path()))
                        .findFirst());
    }

    /** Returns what to write instead: the ids that the name is a part of, else the one that is nearest. */
    static String advice(Library library, String name) {
        var part = name.toLowerCase(Locale.ROOT);
        var ids = library.runbooks().stream().map(Runbook::id).sorted().toList();
        var like = ids.stream()
                .filter(id -> id.toLowerCase(Locale.ROOT).contains(part))
                .limit(LISTED)
                .toList();
        return like.isEmpty() || part.isBlank()
                ? Nearest.advice(name, ids)
                : like.stream().map(id -> "'" + id + "'").collect(Collectors.joining(" or "));
    }
}
