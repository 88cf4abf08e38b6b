package dev.handrail.web.draft;

import dev.handrail.draft.Draft;
import dev.handrail.draft.Drafts;
import dev.handrail.incident.IncidentId;
import dev.handrail.run.IncidentView;
import dev.handrail.web.IncidentReads;
import dev.handrail.web.PublicUrl;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Pattern;

/** Drafts by the number of their incident, as it stands in an address. */
@Singleton
final class DraftReads {
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");

    private final IncidentReads incidents;
    private final Drafts drafts;
    private final PublicUrl url;

    DraftReads(IncidentReads incidents, Drafts drafts, PublicUrl url) {
        this.incidents = incidents;
        this.drafts = drafts;
        this.url = url;
    }

    /** What is found at a number. */
    sealed interface Found {
        record Drafted(IncidentView view, Draft draft) implements Found {}

        /** @param why what there is instead */
        record None(String why) implements Found {}
    }

    Found find(String number) {
        var view = NUMBER.matcher(number).matches()
                ? incidents.find(new IncidentId(Long.parseLong(number)))
                : Optional.<IncidentView>empty();
        if (view.isEmpty()) {
            return new Found.None("there is no incident '" + number + "'");
        }
        return drafts.of(view.get(), url.of("/incidents/" + number))
                .<Found>map(draft -> new Found.Drafted(view.get(), draft))
                .orElseGet(() -> new Found.None(why(view.get())));
    }

    private static String why(IncidentView view) {
        var incident = "incident " + view.incident().id() + " ";
        return view.plan()
                .book()
                .map(book -> incident + "was walked with the runbook " + book.path() + ": nothing is drafted from it")
                .orElse(incident + "is a storm, which is many failures: a runbook comes of one of its parts");
    }
}
