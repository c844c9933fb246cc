package slope.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.table.ColumnKind;
import slope.table.DataException;
import slope.table.DateColumn;
import slope.table.NumberColumn;
import slope.table.Table;

/// H2 and SQLite, which are files.
class DatabasesTest {
    @TempDir
    private Path folder;

    private void run(String address, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static Table read(TableSource source) {
        return TableFiles.read(source, ReadOptions.none(), ReadListener.NONE);
    }

    private static String cells(Table table, String name) {
        return TestFolder.cells(table.column(name));
    }

    private String h2() {
        return "jdbc:h2:" + folder.resolve("shop").toAbsolutePath();
    }

    private Path sqlite() {
        return folder.resolve("shop.sqlite");
    }

    @Test
    void tablesOfH2() throws SQLException {
        run(
                h2(),
                "CREATE TABLE sales (id BIGINT, price DECIMAL(9, 2), paid BOOLEAN, birth DATE, moment TIMESTAMP,"
                        + " instant TIMESTAMP WITH TIME ZONE, name VARCHAR, code CHAR(4), kind ENUM('a', 'b'), u UUID,"
                        + " note CLOB)",
                "INSERT INTO sales VALUES (1, 2.50, true, '2026-11-23', '2026-11-23 10:00:00',"
                        + " '2026-11-23 10:00:00+02', 'x', 'ab', 'b', '0d2d4a2e-0000-4000-8000-000000000001', 'long')",
                "INSERT INTO sales (id) VALUES (NULL)");
        Table table = read(TableSource.of(h2()).table("sales"));
        assertThat(cells(table, "ID") + cells(table, "PRICE") + cells(table, "PAID"))
                .isEqualTo("[1][][2.5][][true][]");
        assertThat(cells(table, "BIRTH") + cells(table, "MOMENT") + cells(table, "INSTANT"))
                .isEqualTo("[2026-11-23][][2026-11-23T10:00][][2026-11-23T08:00][]");
        assertThat(cells(table, "NAME") + cells(table, "CODE") + cells(table, "KIND") + cells(table, "NOTE"))
                .isEqualTo("[x][][ab][][b][][long][]");
        assertThat(cells(table, "U")).startsWith("[0d2d4a2e-");
        assertThatThrownBy(() -> read(TableSource.of(h2()).query("select 1; drop table sales")))
                .hasMessage("the query has several statements; one SELECT is wanted");
    }

    @Test
    void noDatabaseIsMadeByAMistake() {
        assertThatThrownBy(() -> read(TableSource.of(h2()).query("select 1")))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("jdbc:h2:" + folder.toAbsolutePath() + "/shop cannot be reached: ");
        assertThatThrownBy(() -> read(TableSource.of("jdbc:sqlite:" + sqlite()).query("select 1")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(" cannot be reached: ");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileOfSqliteIsItsTables() throws SQLException {
        run(
                "jdbc:sqlite:" + sqlite(),
                "CREATE TABLE sales (id INTEGER, price REAL, name TEXT, day DATE, paid BOOLEAN, loose)",
                "INSERT INTO sales VALUES (9007199254740993, 0.1, 'x', '2026-11-23', 1, 'u')",
                "INSERT INTO sales VALUES (2, NULL, NULL, NULL, NULL, NULL)",
                "CREATE TABLE mixed (x INTEGER)",
                "INSERT INTO mixed VALUES (1), ('one')");
        TableSource file = TableSource.of(sqlite().toString());
        Table table = read(file.table("sales"));
        assertThat(cells(table, "price") + cells(table, "name") + cells(table, "day") + cells(table, "paid"))
                .isEqualTo("[0.1][][x][][2026-11-23][][true][]");
        assertThat(table.column("day").kind()).isEqualTo(ColumnKind.DATE);
        assertThat(cells(
                        TableFiles.read(
                                file.query("select id from sales"),
                                ReadOptions.none().categorical(Set.of("id")),
                                ReadListener.NONE),
                        "id"))
                .isEqualTo("[9007199254740993][2]");
        assertThatThrownBy(() -> read(file.table("mixed")))
                .hasMessage("the table mixed, row 2, column \"x\": \"one\" is no number");
        assertThatThrownBy(() -> read(file.query("delete from sales returning id")))
                .hasMessage("the query begins with \"delete\"; one SELECT is wanted, which changes nothing");
    }

    @Test
    void rowsAreWritten() throws SQLException {
        NumberColumn.Builder scores = new NumberColumn.Builder("a \"score\"");
        scores.add(0.5);
        DateColumn.Builder days = new DateColumn.Builder("day");
        days.add(java.time.LocalDateTime.of(2026, 11, 23, 10, 0));
        Table table = new Table(List.of(scores.build(), days.build()));
        run(h2(), "CREATE SCHEMA other");
        run("jdbc:sqlite:" + sqlite(), "CREATE TABLE other (x)");
        for (String address : List.of(h2(), "jdbc:sqlite:" + sqlite())) {
            TableFiles.write(DatabaseTable.of(address, "scores"), taker -> taker.take(table));
            Table back = read(TableSource.of(address).table("scores"));
            assertThat(cells(back, "a \"score\"")).as(address).isEqualTo("[0.5]");
            assertThat(cells(back, "day")).as(address).isEqualTo("[2026-11-23T10:00]");
            assertThatThrownBy(() -> TableFiles.write(DatabaseTable.of(address, "half"), taker -> {
                        taker.take(table);
                        throw new DataException("enough");
                    }))
                    .hasMessage("enough");
            assertThatThrownBy(() -> read(TableSource.of(address).table("half")))
                    .hasMessage("the database has no table \"half\"");
        }
    }

    @Test
    void aDriverIsFoundInItsPlace() throws Exception {
        assertThatThrownBy(() -> read(TableSource.of("jdbc:nothing://host/x").query("select 1")))
                .hasMessage("there is no driver for jdbc:nothing: (put its jar on the class path, or name it)");
        assertThatThrownBy(() -> read(TableSource.of("jdbc:nothing://host/x")
                        .query("select 1")
                        .drivers(List.of(folder.resolve("none")))))
                .hasMessage("there is no driver \"%s\": no such jar or folder".formatted(folder.resolve("none")));
        assertThatThrownBy(() -> read(TableSource.of("jdbc:duckdb:x.db").query("select 1")))
                .hasMessage("a DuckDB file is read by its name alone, such as my.duckdb, without jdbc:duckdb:");
    }

    @Test
    void aTextFileIsNoDatabase() throws Exception {
        Path file = Files.writeString(folder.resolve("t.csv"), "x\n1\n");
        assertThatThrownBy(() -> read(TableSource.of(file.toString()).query("select 1")))
                .hasMessage(("%s is no database, of which rows could be asked for; name the file in a query:"
                                + " select * from '%s'")
                        .formatted(file, file));
    }
}
