package slope.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static slope.duckdb.TestFolder.cells;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.table.ColumnKind;
import slope.table.DataException;
import slope.table.Table;
import slope.tables.ReadListener;
import slope.tables.ReadOptions;
import slope.tables.TableFiles;
import slope.tables.TableSource;

class QueriesTest {
    @TempDir
    private Path path;

    private TestFolder folder;

    @BeforeEach
    void setUp() {
        folder = new TestFolder(path);
    }

    private static Table read(TableSource source) {
        return TableFiles.read(source, ReadOptions.none(), ReadListener.NONE);
    }

    private static Table query(String sql) {
        return read(TableSource.ofQuery(sql));
    }

    private String quoted(String name) {
        return "'" + path.resolve(name).toString().replace("'", "''") + "'";
    }

    private Path database(String name, String... statements) throws SQLException {
        Path made = path.resolve("made.duckdb");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:" + made);
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        Path file = path.resolve(name);
        try {
            return Files.move(made, file);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whatDuckDbTakesCsvForIsSaid() throws Exception {
        folder.write("d.csv", "title\n\nd,flag,x\n31/12/2020,t,1.5\n01/02/2020,f,2.5\n");
        folder.write("plain.csv", "a,b\n1,x\n2,y\n");
        List<String> notes = new ArrayList<>();
        Table table = TableFiles.read(
                TableSource.ofQuery("select * from %s, %s".formatted(quoted("d.csv"), quoted("plain.csv"))),
                ReadOptions.none(),
                new ReadListener() {
                    @Override
                    public void read(long bytes, long allBytes) {}

                    @Override
                    public void noted(String sentence) {
                        notes.add(sentence.replace(path + "/", ""));
                    }
                });
        assertThat(table.rows()).isEqualTo(4);
        assertThat(notes)
                .containsExactly("the query has d.csv as DuckDB reads it: d DATE %d/%m/%Y, flag BOOLEAN, the first"
                        + " lines left out: 2");
    }

    @Test
    void aKeptDateOfCsvIsADateToo() throws Exception {
        folder.write("d.csv", "d,flag\n31/12/2020,yes\n01/02/2020,no\n");
        LinkedHashMap<String, ColumnKind> wanted = new LinkedHashMap<>();
        wanted.put("d", ColumnKind.DATE);
        wanted.put("flag", ColumnKind.BOOLEAN);
        LinkedHashMap<String, String> copies = new LinkedHashMap<>(Map.of("d'", "d"));
        List<String> read = new ArrayList<>();
        TableFiles.readInPieces(
                TableSource.ofQuery("select * from " + quoted("d.csv")),
                ReadOptions.none(),
                wanted,
                copies,
                ReadListener.NONE,
                piece -> read.addAll(
                        List.of(piece.column("d").text(0), piece.column("d'").text(0))));
        assertThat(read).containsExactly("2020-12-31", "2020-12-31");
    }

    @Test
    void filesAreAskedTogether() throws Exception {
        folder.writeParquet("a1.parquet", "SELECT i AS x, 'a' AS y FROM range(5) t(i)");
        folder.writeParquet("a2.parquet", "SELECT i AS x, 'b' AS y FROM range(5, 10) t(i)");
        folder.write("names.csv", "y,name\na,Anna\nb,Berta\n");
        Table table = query("select x, name from %s join %s using (y) where x >= 4 order by x desc"
                .formatted(quoted("a*.parquet"), quoted("names.csv")));
        assertThat(cells(table.column("x"))).isEqualTo("[9][8][7][6][5][4]");
        assertThat(cells(table.column("name"))).isEqualTo("[Berta][Berta][Berta][Berta][Berta][Anna]");
    }

    @Test
    void aQueryOnlyReads() throws Exception {
        folder.write("t.csv", "x\n1\n");
        List<String> before = names();
        for (String sql : List.of(
                "copy (select 1) to " + quoted("out.csv"),
                "attach " + quoted("new.db"),
                "install httpfs",
                "load httpfs",
                "pragma version",
                "set threads = 1",
                "create table t as select 1",
                "export database " + quoted("all"),
                "call enable_logging()",
                "select 1; select 2",
                "select 1) as x(c0); copy (select 1) to " + quoted("out.csv") + "; --",
                "select * from query('copy (select 1) to ''" + path + "/out.csv''')",
                "select * from enable_logging(storage := 'file', storage_path := " + quoted("log") + ")",
                "from enable_profiling()",
                "select * from t.csv'; drop table x",
                "")) {
            assertThatThrownBy(() -> query(sql))
                    .as(sql)
                    .isInstanceOf(DataException.class)
                    .hasMessageStartingWith("the query ")
                    .hasMessageNotContaining("\n");
        }
        assertThat(names()).isEqualTo(before);
        assertThatThrownBy(() -> query("copy (select 1) to 'x'"))
                .hasMessage("the query begins with \"copy\"; one SELECT is wanted, which changes nothing");
        assertThatThrownBy(() -> query("select 1 as x union select from"))
                .hasMessage("the query cannot be answered: syntax error at or near \"from\"");
    }

    @Test
    void theNetworkAndExtensionsAreOff() {
        for (String sql : List.of(
                "select * from 'https://localhost/t.csv'",
                "select * from read_parquet('s3://bucket/t.parquet')",
                "select * from sqlite_scan('a.db', 't')")) {
            assertThatThrownBy(() -> query(sql))
                    .hasMessage("the query cannot be answered: it needs the network or an extension of DuckDB, and both"
                            + " are off; download the file, or write it as CSV or Parquet");
        }
    }

    @Test
    void namesOfColumnsAreThoseOfTheQuery() {
        assertThat(query("select 1 as \"a b\", 2 as \"A\"\"\", 3 as \"x;y\"").names())
                .containsExactly("a b", "A\"", "x;y");
        assertThatThrownBy(() -> query("select 1 as a, 2 as b, 3 as a"))
                .hasMessage("the query has two columns named \"a\"; give one of them another name with AS");
    }

    @Test
    void theOnlyTableOfAFileIsRead() throws Exception {
        Path file = database("shop.duckdb", "CREATE TABLE sales AS SELECT 7 AS x, DATE '2026-11-23' AS day");
        assertThat(cells(read(TableSource.of(file.toString())).column("x"))).isEqualTo("[7]");
        assertThat(cells(read(TableSource.of(file.toString()).query("select x + 1 as x from sales"))
                        .column("x")))
                .isEqualTo("[8]");
        assertThatThrownBy(() -> read(TableSource.of(file.toString()).query("delete from sales")))
                .isInstanceOf(DataException.class);
        assertThatThrownBy(() -> read(TableSource.of(file.toString()).table("none")))
                .hasMessageStartingWith("the table none cannot be read: Table with name none does not exist");
    }

    @Test
    void ofSeveralTablesOneIsNamed() throws Exception {
        Path file = database("shop.db", "CREATE TABLE \"b; --\" AS SELECT 1 AS x", "CREATE TABLE a AS SELECT 2 AS x");
        assertThatThrownBy(() -> read(TableSource.of(file.toString())))
                .hasMessage(file + " has the tables a, b; -- (choose the rows by a query, or name a table)");
        assertThat(cells(read(TableSource.of(file.toString()).table("b; --")).column("x")))
                .isEqualTo("[1]");
        assertThat(cells(read(TableSource.of(file.toString()).table("main.a")).column("x")))
                .isEqualTo("[2]");
    }

    @Test
    void aNameIsNeverSql() throws Exception {
        for (String name : List.of(
                "it's; drop table t.duckdb",
                "a[1]*?.duckdb",
                "x' (TYPE sqlite) --.duckdb",
                "access_mode=read_write;a.duckdb",
                "read_csv(x).duckdb")) {
            Path file = database(name, "CREATE TABLE t AS SELECT 7 AS x");
            assertThat(cells(read(TableSource.of(file.toString())).column("x")))
                    .as(name)
                    .isEqualTo("[7]");
        }
        for (String name : List.of("it's.parquet", "a;b=c.parquet", "a[1]*.parquet", "read_csv('x').parquet")) {
            TableFiles.write(query("select 7 as x"), path.resolve(name));
            assertThat(cells(folder.read(name).column("x"))).as(name).isEqualTo("[7]");
        }
    }

    @Test
    void whatIsNoDatabaseIsSaid() throws Exception {
        folder.write("t.duckdb", new byte[4096]);
        assertThatThrownBy(() -> read(TableSource.of(path.resolve("t.duckdb").toString())))
                .hasMessageStartingWith(path.resolve("t.duckdb") + " cannot be opened as a DuckDB file: ");
        folder.write("t.sqlite", "x\n1\n");
        assertThatThrownBy(() -> read(TableSource.of(path.resolve("t.sqlite").toString())))
                .hasMessage(path.resolve("t.sqlite") + " holds text; rename it to end in .csv, .tsv or .json");
        folder.write("t.db", new byte[] {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0});
        assertThatThrownBy(() -> read(TableSource.of(path.resolve("t.db").toString())))
                .hasMessage(path.resolve("t.db") + " holds bytes packed with gzip; unpack it");
        assertThatThrownBy(() -> read(TableSource.of(path.resolve("u.duckdb").toString())))
                .hasMessageStartingWith("there is no file ");
    }
}
