package dev.handrail.proposal;

import dev.handrail.match.Match;
import dev.handrail.match.Matcher;
import dev.handrail.runbook.Runbook;
import dev.handrail.runbook.current.CurrentLibrary;
import dev.handrail.runbook.library.Library;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The proposals that the library, as it is now, has not taken up. */
@Singleton
public final class Proposals {
    private final ProposalBook book;
    private final CurrentLibrary current;
    private volatile Optional<Looked> last = Optional.empty();

    Proposals(ProposalBook book, CurrentLibrary current) {
        this.book = book;
        this.current = current;
    }

    /** What was found when it was last looked: it holds while neither the library nor the picks have changed. */
    private record Looked(Library library, List<Proposal> picked, List<Open> open) {}

    /**
     * A proposal that holds.
     *
     * @param patch as {@code git apply} takes it; empty where the file must be edited by hand
     */
    public record Open(Proposal proposal, Runbook runbook, Optional<String> patch) {}

    /** Returns them, the oldest first. */
    @SuppressWarnings("ReferenceEquality") // a library is replaced whole
    public List<Open> open() {
        var library = current.library();
        var picked = book.all();
        var known = last.filter(
                looked -> looked.library() == library && looked.picked().equals(picked));
        if (known.isPresent()) {
            return known.get().open();
        }
        var open = picked.isEmpty() ? List.<Open>of() : open(library, picked);
        last = Optional.of(new Looked(library, picked, open));
        return open;
    }

    private List<Open> open(Library library, List<Proposal> picked) {
        var matcher = new Matcher(library.runbooks());
        return picked.stream()
                .flatMap(proposal -> library.byId(proposal.runbook()).stream()
                        .filter(runbook -> runbook.status() == Runbook.Status.ACTIVE)
                        .filter(runbook -> !isDecided(matcher, proposal, runbook))
                        .map(runbook -> new Open(proposal, runbook, patch(library, proposal, runbook))))
                .toList();
    }

    private static boolean isDecided(Matcher matcher, Proposal proposal, Runbook runbook) {
        return matcher.certain(proposal.alert())
                .filter(match -> match instanceof Match.Matched matched
                        && matched.runbook().id().equals(runbook.id()))
                .isPresent();
    }

    /** What does not decide such alerts is no use: another runbook may have as precise a rule. */
    private Optional<String> patch(Library library, Proposal proposal, Runbook runbook) {
        return current.text(runbook.path())
                .flatMap(text -> Patch.of(runbook.path(), text, proposal.rule()))
                .filter(patch -> decides(library, proposal, patch))
                .map(Patch::diff);
    }

    private static boolean decides(Library library, Proposal proposal, Patch patch) {
        var patched = patch.runbook();
        var runbooks = library.runbooks().stream()
                .map(runbook -> runbook.path().equals(patched.path()) ? patched : runbook)
                .toList();
        return isDecided(new Matcher(runbooks), proposal, patched);
    }
}
