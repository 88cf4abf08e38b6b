package dev.handrail.runbook.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jgit.diff.DiffConfig;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.FollowFilter;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** Who changed what in the library's files, from git. */
public final class History {
    /** A list page looks no further back for who changed each file last. */
    private static final int FAR_ENOUGH = 5_000;

    private final Repository repository;
    private final String folder;
    private final Supplier<Optional<ObjectId>> head;
    private final CommitLinks links;
    private Map<String, Change> newest = Map.of();
    private Optional<ObjectId> newestAt = Optional.empty();

    /** @param folder of the repository; empty for all of it */
    History(Repository repository, String folder, Supplier<Optional<ObjectId>> head, CommitLinks links) {
        this.repository = repository;
        this.folder = folder;
        this.head = head;
        this.links = links;
    }

    /** Returns the commits that changed a file, newest first, also under the names that it had before. */
    public List<Change> of(String path, int limit) {
        try (var walk = new RevWalk(repository)) {
            var from = head.get();
            if (from.isEmpty()) {
                return List.of();
            }
            walk.markStart(walk.parseCommit(from.get()));
            var config = repository.getConfig().get(DiffConfig.KEY);
            walk.setTreeFilter(FollowFilter.create(whole(path), config));
            var changes = new ArrayList<Change>();
            for (var commit : walk) {
                changes.add(change(commit));
                if (changes.size() == limit) {
                    break;
                }
            }
            return changes;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Returns the newest change of each file, by its path in the library. */
    public synchronized Map<String, Change> newest() {
        var from = head.get();
        if (!from.equals(newestAt)) {
            newest = from.map(this::read).orElse(Map.of());
            newestAt = from.map(ObjectId::copy);
        }
        return newest;
    }

    private Map<String, Change> read(ObjectId from) {
        var found = new HashMap<String, Change>();
        try (var walk = new RevWalk(repository)) {
            walk.markStart(walk.parseCommit(from));
            var looked = 0;
            for (var commit : walk) {
                if (commit.getParentCount() < 2) {
                    touched(walk, commit).forEach(path -> found.putIfAbsent(path, change(commit)));
                }
                if (++looked == FAR_ENOUGH) {
                    break;
                }
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
        return Map.copyOf(found);
    }

    private List<String> touched(RevWalk commits, RevCommit commit) throws IOException {
        var paths = new ArrayList<String>();
        try (var walk = new TreeWalk(repository)) {
            walk.setRecursive(true);
            walk.addTree(commit.getTree());
            if (commit.getParentCount() > 0) {
                walk.addTree(commits.parseCommit(commit.getParent(0)).getTree());
                walk.setFilter(TreeFilter.ANY_DIFF);
            }
            if (!folder.isEmpty()) {
                walk.setFilter(AndTreeFilter.create(PathFilter.create(folder), walk.getFilter()));
            }
            while (walk.next()) {
                paths.add(within(walk.getPathString()));
            }
        }
        return paths;
    }

    private Change change(RevCommit commit) {
        var author = commit.getAuthorIdent();
        return new Change(
                commit.name(),
                author.getName(),
                author.getWhenAsInstant(),
                commit.getShortMessage(),
                links.to(commit.name()));
    }

    private String whole(String path) {
        return folder.isEmpty() ? path : folder + "/" + path;
    }

    private String within(String path) {
        return folder.isEmpty() || path.equals(folder) ? path : path.substring(folder.length() + 1);
    }

    private UncheckedIOException unreadable(IOException e) {
        return new UncheckedIOException("cannot read the history in " + repository.getDirectory(), e);
    }
}
