package slope.cli.model;

import java.io.Console;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import slope.cli.text.ArgumentNames;
import slope.tables.DatabaseTable;
import slope.tables.Login;
import slope.tables.TableSource;

/// The options for where a table comes from, besides its name.
public final class SourceOptions {
    private static final String USER = "SLOPE_DB_USER";
    private static final String PASSWORD = "SLOPE_DB_PASSWORD";

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--query",
            paramLabel = "SQL",
            description = "The rows that a query gives: of the database that FILE names (jdbc:… or a DuckDB or SQLite"
                    + " file), or without FILE of files that it names, as DuckDB reads them: \"select * from"
                    + " 'sales.csv'\".")
    private Optional<String> query = Optional.empty();

    @Option(names = "--table", paramLabel = "NAME", description = "All rows of a table of the database.")
    private Optional<String> table = Optional.empty();

    @Option(
            names = "--sheet",
            paramLabel = "NAME",
            description = "A sheet of an Excel workbook (default: the first that is not hidden).")
    private Optional<String> sheet = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "What standard input (FILE is -) holds, or a file whose name does not tell it: csv, tsv, json,"
                            + " jsonl, parquet or xlsx.")
    private Optional<String> format = Optional.empty();

    @Option(
            names = "--driver-path",
            paramLabel = "PATH",
            description = "The JDBC driver of the database: a jar, or a folder of jars. " + USER + " and " + PASSWORD
                    + " in the environment are the login; a password is asked for on a terminal.")
    private Optional<Path> driver = Optional.empty();

    private Optional<String> typed = Optional.empty(); // the password

    /// The source of a named file.
    ///
    /// @param file may be left out where a query names its files
    public TableSource source(Optional<String> file) {
        return source(file, table);
    }

    /// The source of a command whose `--table` names what is written.
    TableSource sourceBesideTable(Optional<String> file) {
        return source(file, Optional.empty());
    }

    /// The table of a database that a command writes.
    ///
    /// @param address of the database
    DatabaseTable written(String address) {
        String name = table.orElseThrow(() -> unusable("a database as output needs --table NAME, the table to write"));
        return DatabaseTable.of(address, name).drivers(driver.stream().toList()).login(login());
    }

    private TableSource source(Optional<String> file, Optional<String> table) {
        if (file.isEmpty() && query.isEmpty()) {
            throw unusable(fileIsMissing());
        }
        return on(TableSource.of(file.orElse("")), table);
    }

    /// As in `slope predict needs MODEL and FILE`, of commands whose file is behind an option too.
    private String fileIsMissing() {
        CommandSpec spec = Objects.requireNonNull(command).commandLine().getCommandSpec();
        String arguments = ArgumentNames.of(spec);
        return spec.qualifiedName() + " needs " + (arguments.contains("FILE") ? arguments : "--data FILE");
    }

    /// A source with all that is typed.
    ///
    /// @throws ParameterException if it does not fit together
    public TableSource on(TableSource source) {
        return on(source, table);
    }

    private TableSource on(TableSource source, Optional<String> table) {
        try {
            TableSource chosen = query.map(source::query).orElse(source);
            chosen = table.map(chosen::table).orElse(chosen);
            chosen = sheet.map(chosen::sheet).orElse(chosen);
            chosen = format.map(chosen::format).orElse(chosen);
            chosen = driver.map(List::of).map(chosen::drivers).orElse(chosen);
            return chosen.login(login());
        } catch (IllegalArgumentException unusable) {
            throw unusable(unusable.getMessage());
        }
    }

    /// The login of the environment.
    public Login login() {
        Login login = Login.none().asking(this::asked);
        login = Optional.ofNullable(System.getenv(USER)).map(login::user).orElse(login);
        return Optional.ofNullable(System.getenv(PASSWORD)).map(login::password).orElse(login);
    }

    /// A password that is typed once, unseen; nobody is asked where nobody sits.
    private Optional<String> asked() {
        if (typed.isEmpty()) {
            typed = Optional.ofNullable(System.console())
                    .filter(Console::isTerminal)
                    .map(console -> console.readPassword("Password of the database: "))
                    .map(String::new);
        }
        return typed;
    }

    private ParameterException unusable(@Nullable String sentence) {
        return new ParameterException(Objects.requireNonNull(command).commandLine(), sentence);
    }
}
