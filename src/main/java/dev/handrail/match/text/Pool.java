package dev.handrail.match.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/** Pages in a Lucene index in memory, from which the few that are worth a closer look are fetched by BM25. */
final class Pool {
    private static final int SIZE = 50;
    /** Each is looked for in three fields, those near to it in one, and Lucene takes 1024 at once. */
    private static final int MOST_TERMS = 200;

    private static final String NAME = "name";
    private static final String CONTEXT = "context";
    private static final String BODY = "body";
    /** A word in the name says more than one in the text, of the alert as of the runbook. */
    private static final float NAME_BOOST = 3;

    /** Held, because a logger that nobody holds forgets its level. Lucene's advice on JVM options is for who runs big indexes. */
    private static final Logger VECTORS =
            Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    static {
        VECTORS.setLevel(Level.SEVERE);
    }

    private final List<Page> pages;
    private final IndexSearcher searcher;

    Pool(List<Page> pages) {
        this.pages = pages;
        try {
            this.searcher = new IndexSearcher(DirectoryReader.open(written(pages)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot index the text of the runbooks in memory", e);
        }
    }

    private static ByteBuffersDirectory written(List<Page> pages) throws IOException {
        var directory = new ByteBuffersDirectory();
        // The policy that never reorders: a document's number must stay its page's place.
        var config = new IndexWriterConfig(new WhitespaceAnalyzer()).setMergePolicy(new LogDocMergePolicy());
        try (var writer = new IndexWriter(directory, config)) {
            for (var page : pages) {
                var document = new Document();
                document.add(field(NAME, page.name()));
                document.add(field(CONTEXT, page.context()));
                document.add(field(BODY, page.body()));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
        }
        return directory;
    }

    private static Field field(String name, Set<String> terms) {
        return new TextField(name, String.join(" ", terms), Field.Store.NO);
    }

    /** Returns the pages nearest to an alert. */
    List<Page> of(Query query, Lexicon lexicon) {
        var any = new BooleanQuery.Builder();
        for (var term : query.all().sequencedKeySet().stream().limit(MOST_TERMS).toList()) {
            var own = query.name().contains(term) ? NAME_BOOST : 1;
            any.add(clause(NAME, term, own * NAME_BOOST));
            any.add(clause(CONTEXT, term, own));
            any.add(clause(BODY, term, own));
        }
        query.name().stream()
                .flatMap(term -> lexicon.near(term).stream())
                .distinct()
                .limit(MOST_TERMS)
                .forEach(term -> any.add(clause(NAME, term, 1)));
        try {
            return Stream.of(searcher.search(any.build(), SIZE).scoreDocs)
                    .map(found -> pages.get(found.doc))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot search the text of the runbooks in memory", e);
        }
    }

    private static BooleanClause clause(String field, String term, float boost) {
        return new BooleanClause(
                new BoostQuery(new TermQuery(new Term(field, term)), boost), BooleanClause.Occur.SHOULD);
    }
}
