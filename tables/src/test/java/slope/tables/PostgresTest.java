package slope.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import slope.table.CategoryColumn;
import slope.table.ColumnKind;
import slope.table.DataException;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.tables.DatabaseTable.Existing;

/// A real PostgreSQL, on a loopback port.
class PostgresTest {
    private static PostgresServer server;
    private static String address;

    @BeforeAll
    static void start() throws IOException, InterruptedException, SQLException {
        server = PostgresServer.start();
        address = server.address();
        run("CREATE ROLE teller LOGIN PASSWORD 'open sesame'");
        // From here on a password is wanted of everyone but the owner.
        run("CREATE TABLE rules (line text)");
        run("COPY rules FROM PROGRAM 'cat pg_hba.conf'");
        run("COPY (VALUES ('local all all trust'), ('host all postgres 127.0.0.1/32 trust'),"
                + " ('host all postgres ::1/128 trust'), ('host all all all scram-sha-256'))"
                + " TO PROGRAM 'cat > pg_hba.conf'");
        run("SELECT pg_reload_conf()");
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        server.stop();
    }

    private static void run(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address, "postgres", "");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static TableSource rows(String sql) {
        return TableSource.of(address).login(Login.none().user("postgres")).query(sql);
    }

    private static Table read(String sql) {
        return read(rows(sql), ReadOptions.none());
    }

    private static Table read(TableSource source, ReadOptions options) {
        return TableFiles.read(source, options, ReadListener.NONE);
    }

    private static String cells(Table table, String name) {
        return TestFolder.cells(table.column(name));
    }

    @Test
    void everyTypeHasItsKind() {
        Table table = read("""
            select * from (values
              (1::smallint, 2::int, 3::bigint, 4.25::numeric(9, 2), 0.1::real, 0.2::float8, true, 'word'::text,
               'ab'::char(4), date '2026-11-23', timestamp '2026-11-23 19:48:05',
               timestamptz '2026-11-23 19:48:05+02', time '19:48:05', '0d2d4a2e-0000-4000-8000-000000000001'::uuid),
              (null, null, null, null, null, null, null, null, null, null, null, null, null, null))
            as t (small, whole, big, exact, narrow, wide, truth, word, padded, day, moment, instant, hour, id)\
            """);
        for (String name : List.of("small", "whole", "big", "exact", "narrow", "wide")) {
            assertThat(table.column(name).kind()).as(name).isEqualTo(ColumnKind.NUMBER);
        }
        assertThat(cells(table, "exact") + cells(table, "wide")).isEqualTo("[4.25][][0.2][]");
        assertThat(table.column("truth").kind()).isEqualTo(ColumnKind.BOOLEAN);
        assertThat(cells(table, "truth")).isEqualTo("[true][]");
        assertThat(cells(table, "word") + cells(table, "padded") + cells(table, "hour"))
                .isEqualTo("[word][][ab][][71285][]");
        assertThat(cells(table, "id")).isEqualTo("[0d2d4a2e-0000-4000-8000-000000000001][]");
        for (String name : List.of("day", "moment", "instant")) {
            assertThat(table.column(name).kind()).as(name).isEqualTo(ColumnKind.DATE);
        }
        assertThat(cells(table, "day")).isEqualTo("[2026-11-23][]");
        assertThat(cells(table, "moment")).isEqualTo("[2026-11-23T19:48:05][]");
        assertThat(cells(table, "instant")).isEqualTo("[2026-11-23T17:48:05][]");
    }

    @Test
    void codesAreTheTextThatACsvFileWouldHave() {
        Table table = read(
                rows("select 9007199254740993::bigint a, 1.0::float8 b, 1.5::float8 c, 1e10::float8 d, true e,"
                        + " 12345678901234567890.5::numeric f"),
                ReadOptions.none().categorical(Set.of("a", "b", "c", "d", "e", "f")));
        StringBuilder all = new StringBuilder();
        table.names().forEach(name -> all.append(cells(table, name)));
        assertThat(all).hasToString("[9007199254740993][1][1.5][10000000000][true][12345678901234567890.5]");
    }

    @Test
    void otherTypesAreRefusedByNameUnlessLeftOut() {
        for (String type : List.of(
                "'{1,2}'::int[]",
                "'{\"a\": 1}'::jsonb",
                "'1.5'::money",
                "'1 day'::interval",
                "'ab'::bytea",
                "B'101'",
                "point(1, 2)")) {
            assertThatThrownBy(() -> read("select 1 as x, %s as other".formatted(type)))
                    .as(type)
                    .isInstanceOf(DataException.class)
                    .hasMessageMatching("the query: column \"other\" has values of type \\w+; only numbers, true/false"
                            + " and text can be read \\(leave the column out\\)");
        }
        assertThat(read(
                                rows("select 1 as x, '{}'::jsonb as other"),
                                ReadOptions.none().ignored(Set.of("other")))
                        .names())
                .containsExactly("x");
    }

    @Test
    void infinityIsNoDate() {
        assertThatThrownBy(() -> read("select unnest(array[date '2020-01-01', date 'infinity']) as day"))
                .isInstanceOf(DataException.class)
                .hasMessage("the query, row 2, column \"day\": infinity and years beyond 9999 are no dates here");
    }

    @Test
    void nothingIsChanged() throws SQLException {
        run("CREATE TABLE kept (x int)", "INSERT INTO kept VALUES (1)");
        for (String sql : List.of(
                "delete from kept",
                "drop table kept",
                "select 1; drop table kept",
                "with gone as (delete from kept returning x) select * from gone",
                "copy kept to '/tmp/x'",
                "/* select */ truncate kept",
                "select pg_reload_conf(), nextval('none')")) {
            assertThatThrownBy(() -> read(sql)).as(sql).isInstanceOf(DataException.class);
        }
        assertThat(cells(read("table kept"), "x")).isEqualTo("[1]");
        assertThat(cells(read("select 1 as x -- a remark; with a semicolon"), "x"))
                .isEqualTo("[1]");
        assertThat(cells(read("select ';' as x;"), "x")).isEqualTo("[;]");
    }

    @Test
    void tablesGoByTheirNames() throws SQLException {
        run(
                "CREATE SCHEMA IF NOT EXISTS shop",
                "CREATE TABLE shop.\"Odd; name\" (x int)",
                "INSERT INTO shop.\"Odd; name\" VALUES (7)");
        TableSource source = TableSource.of(address).login(Login.none().user("postgres"));
        assertThat(cells(read(source.table("shop.Odd; name"), ReadOptions.none()), "x"))
                .isEqualTo("[7]");
        assertThat(cells(read(source.table("SHOP.odd; name"), ReadOptions.none()), "x"))
                .isEqualTo("[7]");
        assertThatThrownBy(() -> read(source.table("x; drop table kept"), ReadOptions.none()))
                .hasMessage("the database has no table \"x; drop table kept\"");
        assertThatThrownBy(() -> read(source, ReadOptions.none()))
                .hasMessage("a database has many tables (choose the rows by a query, or name a table)");
    }

    @Test
    void whatIsWrongIsSaidInOneLine() {
        assertThatThrownBy(() -> read("select nothing from nowhere"))
                .hasMessage("the query cannot be read: ERROR: relation \"nowhere\" does not exist");
        assertThatThrownBy(() -> read("select 1 as x where false"))
                .hasMessage("the query has no rows; at least one is needed");
        assertThatThrownBy(() -> read("select 1 as x, 2 as x"))
                .hasMessage("the query has two columns named \"x\"; give one of them another name with AS");
        assertThatThrownBy(() -> read("select x, 1 / (x - 3) as y from generate_series(1, 5) x"))
                .hasMessage("the query cannot be read: ERROR: division by zero");
    }

    @Test
    void theLoginIsUsedAndNeverTold() {
        Login right = Login.none().user("teller").password("open sesame");
        TableSource source = TableSource.of(address).query("select current_user::text as x");
        assertThat(cells(read(source.login(right), ReadOptions.none()), "x")).isEqualTo("[teller]");
        for (TableSource wrong : List.of(
                source.login(right.password("swordfish")),
                TableSource.of(address + "?user=teller&password=swordfish").query("select 1"))) {
            assertThatThrownBy(() -> read(wrong, ReadOptions.none()))
                    .isInstanceOf(DataException.class)
                    .hasMessageMatching("jdbc:postgresql://localhost:\\d+/postgres refuses the login: .*"
                            + "password authentication failed for user \".+\" \\(give the user and the password\\)")
                    .hasMessageNotContaining("swordfish")
                    .hasNoCause();
            assertThat(wrong.toString() + wrong.location() + wrong.recorded().location())
                    .doesNotContain("swordfish");
        }
    }

    @Test
    void aPasswordIsAskedForOnceAndOnlyWhereItIsWanted() {
        AtomicInteger questions = new AtomicInteger();
        Login login = Login.none().user("teller").asking(() -> {
            questions.incrementAndGet();
            return Optional.of("open sesame");
        });
        TableSource source = TableSource.of(address).query("select 1 as x");
        assertThat(cells(read(source.login(login), ReadOptions.none()), "x")).isEqualTo("[1]");
        assertThat(questions).hasValue(1);
        read(source.login(login.user("postgres")), ReadOptions.none());
        assertThat(questions).hasValue(1);
    }

    @Test
    void manyRowsComeBitByBit() {
        AtomicInteger pieces = new AtomicInteger();
        var wanted = new java.util.LinkedHashMap<String, ColumnKind>();
        wanted.put("x", ColumnKind.NUMBER);
        TableFiles.readInPieces(
                rows("select x from generate_series(1, 50000) x"),
                ReadOptions.none(),
                wanted,
                new LinkedHashMap<>(),
                ReadListener.NONE,
                piece -> {
                    pieces.incrementAndGet();
                });
        assertThat(pieces.get()).isGreaterThan(1);
    }

    @Test
    void aQueryEndsWhenItIsCancelled() throws Exception {
        CompletableFuture<Runnable> cancel = new CompletableFuture<>();
        ReadListener listener = new ReadListener() {
            @Override
            public void read(long bytes, long allBytes) {}

            @Override
            public void asksDatabase(Runnable ends) {
                cancel.complete(ends);
            }
        };
        CompletableFuture<Table> reading = CompletableFuture.supplyAsync(
                () -> TableFiles.read(rows("select 1 as x from pg_sleep(600)"), ReadOptions.none(), listener));
        Runnable ends = cancel.get(60, TimeUnit.SECONDS);
        while (!reading.isDone()) {
            ends.run(); // Too early it ends nothing.
            assertThat(reading.exceptionally(failure -> null).completeOnTimeout(null, 50, TimeUnit.MILLISECONDS))
                    .succeedsWithin(Duration.ofMinutes(5));
        }
        assertThat(reading).isCompletedExceptionally();
        assertThat(cells(
                        read("select count(*) as n from pg_stat_activity where query like '%pg_sleep(600)%'"
                                + " and state = 'active' and pid <> pg_backend_pid()"),
                        "n"))
                .isEqualTo("[0]");
    }

    private static Table scores(double... values) {
        NumberColumn.Builder scores = new NumberColumn.Builder("score");
        CategoryColumn.Builder ids = new CategoryColumn.Builder("id");
        for (double value : values) {
            scores.add(value);
            ids.add(String.format(Locale.ROOT, "%.0f", value));
        }
        return new Table(List.of(ids.build(), scores.build()));
    }

    private static DatabaseTable target(String name) {
        return DatabaseTable.of(address, name).login(Login.none().user("postgres"));
    }

    @Test
    void rowsAreWrittenIntoANewTable() {
        TableFiles.write(target("Scores"), taker -> {
            taker.take(scores(1, 2, Double.NaN));
            taker.take(scores(4));
        });
        assertThat(cells(read("select score from \"Scores\" order by id"), "score"))
                .isEqualTo("[1][2][4][]");
        assertThatThrownBy(() -> TableFiles.write(target("scores"), taker -> taker.take(scores(5))))
                .hasMessage("the table scores is there already; name another, or append to it");
    }

    @Test
    void appendedRowsTakeTheTypesOfTheTable() throws SQLException {
        run("CREATE TABLE typed (score real, id bigint primary key)", "INSERT INTO typed VALUES (1, 1)");
        DatabaseTable typed = target("typed").existing(Existing.APPENDED);
        TableFiles.write(typed, taker -> taker.take(scores(2, 3)));
        assertThat(cells(read("select id from typed order by id"), "id")).isEqualTo("[1][2][3]");
        assertThatThrownBy(() -> TableFiles.write(typed, taker -> {
                    taker.take(scores(4));
                    taker.take(scores(3));
                }))
                .hasMessageStartingWith("the table typed cannot be written: ")
                .hasMessageContaining("duplicate key");
        assertThat(cells(read("select count(*) as n from typed"), "n")).isEqualTo("[3]");
        assertThatThrownBy(() ->
                        TableFiles.write(target("rules").existing(Existing.APPENDED), taker -> taker.take(scores(1))))
                .hasMessage("the table rules has no column \"id\"; it has line");
    }

    @Test
    void nothingIsLeftOfWhatFails() {
        assertThatThrownBy(() -> TableFiles.write(target("half"), taker -> {
                    taker.take(scores(1));
                    throw new DataException("enough");
                }))
                .hasMessage("enough");
        assertThatThrownBy(() -> read("table half")).hasMessageContaining("does not exist");
    }
}
