package dev.handrail.incident;

import dev.handrail.platform.rows.JdbcRows;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Which incident alerts of a group met last. By hand: each commit of alerts asks. */
@Singleton
public class JdbcGroups {
    /** One look into the index for each group, whatever PostgreSQL believes of the table's size. */
    private static final String NEWEST = """
            select group_key, id, (select into_id from merged where merged.incident_id = found.id) as into_id
            from (select group_key,
                         (select max(incident.id) from incident where incident.group_key = sought.group_key) as id
                  from unnest(?) as sought (group_key)) as found""";

    private final JdbcOperations database;

    JdbcGroups(JdbcOperations database) {
        this.database = database;
    }

    /**
     * The newest incident of a group.
     *
     * @param id the one where it goes on, if it was merged
     * @param isMerged whether it was
     */
    public record Newest(IncidentId id, boolean isMerged) {}

    /** Returns the newest incident of each group that has one. Joins the caller's transaction. */
    public Map<String, Newest> newest(Collection<String> groupKeys) {
        var newest = new HashMap<String, Newest>();
        database.prepareStatement(NEWEST, query -> {
            JdbcRows.texts(query, 1, groupKeys);
            return JdbcRows.all(query, row -> read(row, newest));
        });
        return newest;
    }

    private static boolean read(ResultSet row, Map<String, Newest> newest) throws SQLException {
        var group = row.getString("group_key");
        var own = JdbcRows.number(row, "id");
        var into = JdbcRows.number(row, "into_id");
        into.or(() -> own).ifPresent(id -> newest.put(group, new Newest(new IncidentId(id), into.isPresent())));
        return true;
    }
}
