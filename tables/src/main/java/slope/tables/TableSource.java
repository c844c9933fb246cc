package slope.tables;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import slope.table.DataException;
import slope.tables.Database.Access;
import slope.tables.engine.FileEngine;

/// Where a table comes from: files, standard input, a database, or SQL over files.
///
///     TableSource.of("data/*.csv")
///     TableSource.of("jdbc:postgresql://host/shop").query("select * from orders").login(login)
///     TableSource.of("shop.duckdb").table("orders")
///     TableSource.ofQuery("select * from 'data/*.parquet' where amount > 0")
///
/// A value: each method with a choice gives another source. Neither [#location] nor [#toString] has a
/// password, nor anything else of an address that might be one.
public final class TableSource {
    /// Standard input, as a location.
    public static final String STANDARD_INPUT = "-";

    /// How a file of SQLite begins.
    private static final byte[] SQLITE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    /// A DuckDB file begins with any eight bytes, which may look like those.
    private static final Set<OtherContent> UNTOLD = Set.of(OtherContent.UTF_16, OtherContent.UTF_32);

    private static final Pattern DATABASE_FILE = Pattern.compile("(?is).*\\.(duckdb|ddb|db|sqlite3?)");

    private final String location;
    private final Selection selection;
    private final List<Path> drivers;
    private final Login login;

    private TableSource(String location, Selection selection, List<Path> drivers, Login login) {
        this.location = location;
        this.selection = selection;
        this.drivers = List.copyOf(drivers);
        this.login = login;
    }

    /// A file, a pattern of files, `-` for standard input, a database file, or the `jdbc:` address of a
    /// database.
    public static TableSource of(String location) {
        return new TableSource(location, Selection.NONE, List.of(), Login.none());
    }

    /// SQL over files, such as `select * from 'data/*.parquet'`, by DuckDB. What a CSV file holds is
    /// DuckDB's reading then.
    public static TableSource ofQuery(String sql) {
        return of("").query(sql);
    }

    /// The same choices of another place, such as a second file with the same sheet; a query is not one of
    /// them.
    public TableSource at(String location) {
        Selection same = new Selection(Optional.empty(), selection.table(), selection.sheet(), selection.format());
        return new TableSource(location, same, drivers, login);
    }

    /// The rows that a query in SQL gives. Only `order by` gives them the same order each time, which the
    /// same bits of a model need.
    ///
    /// @throws IllegalArgumentException if a table is chosen
    public TableSource query(String sql) {
        return with(new Selection(Optional.of(sql), selection.table(), selection.sheet(), selection.format()));
    }

    /// All rows of a table of a database.
    ///
    /// @throws IllegalArgumentException if there is a query
    public TableSource table(String name) {
        return with(new Selection(selection.query(), Optional.of(name), selection.sheet(), selection.format()));
    }

    /// A sheet of a workbook; by default the first.
    public TableSource sheet(String name) {
        return with(new Selection(selection.query(), selection.table(), Optional.of(name), selection.format()));
    }

    /// What standard input holds, or files whose names do not tell it.
    ///
    /// @param format csv, tsv, json, jsonl, parquet or xlsx
    /// @throws IllegalArgumentException if it is another
    public TableSource format(String format) {
        if (!FileFormat.TITLES.containsKey(format)) {
            throw new IllegalArgumentException("there is no format \"%s\"; there are %s"
                    .formatted(format, String.join(", ", FileFormat.TITLES.keySet())));
        }
        return with(new Selection(selection.query(), selection.table(), selection.sheet(), Optional.of(format)));
    }

    private TableSource with(Selection other) {
        return new TableSource(location, other, drivers, login);
    }

    /// Where drivers of databases are, besides the class path.
    ///
    /// @param drivers jars, or folders of jars
    public TableSource drivers(List<Path> drivers) {
        return new TableSource(location, selection, drivers, login);
    }

    /// Whom the database lets in.
    public TableSource login(Login login) {
        return new TableSource(location, selection, drivers, login);
    }

    /// What a model's file keeps: a query and the address of its database. Nothing of files.
    public TableSource recorded() {
        if (isDatabase()) {
            return new TableSource(location(), selection, List.of(), Login.none());
        }
        return selection.query().map(TableSource::ofQuery).orElseGet(() -> of(""));
    }

    /// Whether nothing is said yet.
    public boolean isEmpty() {
        return location.isEmpty() && selection.query().isEmpty();
    }

    public boolean isStandardInput() {
        return location.equals(STANDARD_INPUT);
    }

    /// Whether the rows come from a database by its `jdbc:` address.
    public boolean isDatabase() {
        return JdbcUrl.isOne(location);
    }

    /// The place as it was named; empty for SQL over files. Of the address of a database only what may be told.
    public String location() {
        return isDatabase() ? new JdbcUrl(location).told() : location;
    }

    public Optional<String> query() {
        return selection.query();
    }

    public Optional<String> table() {
        return selection.table();
    }

    public Optional<String> sheet() {
        return selection.sheet();
    }

    public Optional<String> format() {
        return selection.format();
    }

    public List<Path> drivers() {
        return drivers;
    }

    /// What people call the rows in sentences.
    public String name() {
        if (isStandardInput()) {
            return "standard input";
        }
        return selection.query().isPresent() || selection.table().isPresent() ? selection.rows() : location();
    }

    /// The files that are read, if the source names files.
    ///
    /// @throws DataException if there are no such files
    List<Path> paths() {
        if (isFiles()) {
            return FilePattern.files(location);
        }
        return isDatabase() || isStandardInput() || location.isEmpty() ? List.of() : FilePattern.files(location);
    }

    /// Whether rows are read from files as they are, and not asked for.
    boolean isFiles() {
        boolean isAsked = selection.query().isPresent() || selection.table().isPresent();
        return !location.isEmpty()
                && !isDatabase()
                && !isStandardInput()
                && !isAsked
                && !DATABASE_FILE.matcher(location).matches();
    }

    /// The files, or what stands in for one.
    ///
    /// @throws DataException if there is no such thing, or nothing that can be read
    List<TableFile> files(ReadOptions options) {
        requireUsable();
        if (isFiles()) {
            return SourceFiles.of(FilePattern.files(location), selection.format(), selection.sheet(), options);
        }
        String rows = selection.rows();
        if (isDatabase()) {
            Access access = new Access(new JdbcUrl(location), login, drivers);
            return List.of(TypedRows.ofQuery(rows, listener -> JdbcQuery.open(rows, access, selection, listener)));
        }
        selection.query().ifPresent(SqlText::requireQuery);
        if (location.isEmpty()) {
            String sql = selection
                    .query()
                    .orElseThrow(() -> new DataException("the name of the table is empty; name a file"));
            return List.of(
                    TypedRows.ofQuery(rows, listener -> FileEngine.found().query(Optional.empty(), sql)));
        }
        return List.of(ofDatabaseFile(Path.of(location), rows));
    }

    /// Refuses a choice that means nothing here.
    ///
    /// @throws DataException if there is one
    void requireUsable() {
        boolean isAsked = selection.query().isPresent() || selection.table().isPresent();
        if (isStandardInput() && isAsked) {
            throw new DataException(
                    "standard input is one table, which is read as it is; a query asks a database or files");
        }
        if (selection.sheet().isPresent() && !isFiles()) {
            throw new DataException("%s has no sheets; those of a workbook (.xlsx) have names".formatted(name()));
        }
        if (selection.format().isPresent() && !isFiles() && !isStandardInput()) {
            throw new DataException("a format is said of files and of standard input; a database tells its own");
        }
    }

    private TableFile ofDatabaseFile(Path file, String rows) {
        FileFormat.of(file).ifPresent(format -> {
            throw new DataException(("%s is no database, of which rows could be asked for; name the file in a query:"
                            + " select * from '%s'")
                    .formatted(file, location.replace("'", "''")));
        });
        FilePattern.files(location);
        if (FileText.begins(file, SQLITE)) {
            Access access = new Access(new JdbcUrl("jdbc:sqlite:" + file.toAbsolutePath()), login, drivers);
            return TypedRows.ofQuery(rows, listener -> JdbcQuery.open(rows, access, selection, listener));
        }
        FileText.refuseOther(file, file, UNTOLD);
        FileEngine engine = FileEngine.found();
        return TypedRows.ofQuery(
                selection.query().isPresent() || selection.table().isPresent() ? rows : location,
                listener -> selection
                        .query()
                        .map(sql -> engine.query(Optional.of(file), sql))
                        .orElseGet(() -> engine.table(file, selection.table())));
    }

    /// What a stream holds: CSV if nothing is said.
    FileFormat streamFormat() {
        return selection.format().map(FileFormat.TITLES::get).orElse(FileFormat.CSV);
    }

    /// The location, in words where it is standard input; the query where there is none.
    @Override
    public String toString() {
        if (isStandardInput()) {
            return name();
        }
        return location.isEmpty() ? selection.query().orElse("") : location();
    }
}
