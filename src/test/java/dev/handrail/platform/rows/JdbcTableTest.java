package dev.handrail.platform.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.handrail.platform.Database;
import dev.handrail.platform.Text;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;

class JdbcTableTest {
    private static final int MANY = 60;
    private static final Map<Database, Connection> CONNECTIONS = new EnumMap<>(Database.class);

    private static final JdbcTable<Row> TABLE = new JdbcTable<>(
            "sent",
            List.of(
                    Column.text("word", Row::word),
                    Column.number("size", Row::size),
                    Column.flag("shown", Row::shown),
                    Column.time("at", Row::at)));

    record Row(
            @Nullable String word,
            @Nullable Long size,
            boolean shown,
            @Nullable Instant at) {}

    @Property(tries = 60)
    void givenAnyRows_whenFewOrManyAreAdded_thenEachArrivesUnchangedAndInOrder(
            @ForAll Database database, @ForAll("rows") List<Row> rows) throws SQLException {
        var connection = empty(database);

        TABLE.add(connection, rows);

        assertThat(stored(connection)).isEqualTo(rows);
    }

    @Property(tries = 30)
    void givenAnyRows_whenTheyAreNumbered_thenEachHasTheNumberThatIsTold(
            @ForAll Database database, @ForAll("rows") List<Row> rows) throws SQLException {
        var connection = empty(database);

        var first = TABLE.number(connection, rows);
        var then = TABLE.number(connection, rows);

        var told = LongStream.concat(
                        first.stream().mapToLong(Long::longValue), then.stream().mapToLong(Long::longValue))
                .boxed()
                .toList();
        try (var query = connection.prepareStatement("select id from sent order by id")) {
            assertThat(JdbcRows.all(query, row -> row.getLong("id"))).isEqualTo(told);
        }
        assertThat(stored(connection).subList(0, rows.size())).isEqualTo(rows);
        assertThat(stored(connection)).hasSize(2 * rows.size());
    }

    @Property(tries = 40)
    void givenRowsOfWhichSomeAreThere_whenAllArePut_thenTheseAreWrittenOverAndTheOthersAdded(
            @ForAll Database database, @ForAll("keyed") List<Row> rows, @ForAll @IntRange(max = 60) int there)
            throws SQLException {
        var connection = empty(database);
        var before = rows.stream()
                .limit(there)
                .map(row -> new Row(row.word(), -1L, !row.shown(), Instant.EPOCH))
                .toList();
        var other = new Row("no key of these", -1L, true, null);
        TABLE.add(connection, before);
        TABLE.add(connection, List.of(other));

        TABLE.put(connection, rows);

        assertThat(stored(connection))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(rows.stream(), Stream.of(other)).toList());
    }

    @Example
    void givenARowThatIsThereAlready_whenFewOrManyAreAdded_thenTheDatabaseSaysSoAndCanGoOn() throws SQLException {
        var row = new Row("a\tword", 1L, true, null);
        for (var database : Database.values()) {
            for (var count : List.of(2, MANY)) {
                var connection = empty(database);
                connection.createStatement().execute("create unique index only_once on sent (word)");
                connection.setAutoCommit(false);

                var thrown = catchThrowableOfType(
                        SQLException.class, () -> TABLE.add(connection, Collections.nCopies(count, row)));
                connection.rollback();
                connection.setAutoCommit(true);

                assertThat(thrown.getSQLState()).isEqualTo("23505");
                assertThat(stored(connection)).isEmpty();
            }
        }
    }

    @Example
    void givenATextThatPostgresqlDoesNotStore_whenFewOrManyAreAdded_thenItIsRefused() throws SQLException {
        for (var count : List.of(2, MANY)) {
            var connection = empty(Database.POSTGRESQL);
            var row = new Row("nothing \0 here", 1L, true, null);

            var thrown = catchThrowableOfType(
                    SQLException.class, () -> TABLE.add(connection, Collections.nCopies(count, row)));

            assertThat(thrown.getSQLState()).isEqualTo("22021");
            assertThat(stored(connection)).isEmpty();
        }
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        var special = Arbitraries.of(
                "\t", "\n", "\r", "\\", "\\N", "\\.", "\\t", "\b", "\u000b", "\"", "{", "}", ",", "NULL", "😀", "é",
                "");
        var words = Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(20).map(Text::storable),
                special.list().ofMaxSize(8).map(parts -> String.join("", parts)));
        var times = Arbitraries.longs()
                .between(0, 4_102_444_800_000_000L)
                .map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
        var row = Combinators.combine(
                        words.injectNull(0.1),
                        Arbitraries.longs().injectNull(0.1),
                        Arbitraries.of(true, false),
                        times.injectNull(0.1))
                .as(Row::new);
        return Arbitraries.of(0, 1, 2, 23, 24, MANY).flatMap(size -> row.list().ofSize(size));
    }

    @Provide
    Arbitrary<List<Row>> keyed() {
        return rows().map(rows -> IntStream.range(0, rows.size())
                .mapToObj(at -> new Row(
                        at + " " + rows.get(at).word(),
                        rows.get(at).size(),
                        rows.get(at).shown(),
                        rows.get(at).at()))
                .toList());
    }

    private static Connection empty(Database database) throws SQLException {
        var connection = CONNECTIONS.computeIfAbsent(database, JdbcTableTest::connect);
        try (var statement = connection.createStatement()) {
            statement.execute("drop table if exists sent");
            statement.execute("""
                    create table sent (id bigint generated by default as identity primary key,
                        word text, size bigint, shown boolean not null, at timestamp with time zone)""");
        }
        return connection;
    }

    private static Connection connect(Database database) {
        var properties = database.fresh();
        try {
            return DriverManager.getConnection(
                    String.valueOf(properties.get("datasources.default.url")),
                    String.valueOf(properties.get("datasources.default.username")),
                    String.valueOf(properties.get("datasources.default.password")));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot reach the database", e);
        }
    }

    private static List<Row> stored(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("select * from sent order by id")) {
            return JdbcRows.all(
                    query,
                    row -> new Row(
                            row.getString("word"),
                            JdbcRows.number(row, "size").orElse(null),
                            row.getBoolean("shown"),
                            JdbcRows.time(row, "at").orElse(null)));
        }
    }

    @AfterContainer
    static void close() throws SQLException {
        for (var connection : CONNECTIONS.values()) {
            connection.close();
        }
        CONNECTIONS.clear();
    }
}
