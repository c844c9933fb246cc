package slope.cli.model;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import slope.cli.text.MissingText;
import slope.cli.text.TableNames;
import slope.report.model.ParameterFacts;
import slope.run.ModelAndRows;
import slope.tables.ReadOptions;
import slope.tables.ReadOptions.Folders;
import slope.tables.TableSource;

/// The arguments of commands that use a saved model: the model, the rows, and how their cells are
/// read where the model has no record of it.
final class ModelArguments {
    @Parameters(index = "0", paramLabel = "MODEL", description = "The model, as slope train --out saved it.")
    private Path model = Path.of("");

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FILE",
            description = "The rows: CSV, TSV, Parquet, JSON or Excel, the jdbc: address of a database, or - for"
                    + " standard input.")
    private Optional<String> file = Optional.empty();

    @Mixin
    private SourceOptions sources = new SourceOptions();

    @Option(
            names = "--missing",
            paramLabel = "TEXT",
            description = "Text of missing values, besides empty cells and the text that training had; "
                    + MissingText.RULE + ".")
    private List<MissingText> missing = new ArrayList<>();

    @Mixin
    private DateOrderOptions dates = new DateOrderOptions();

    @Mixin
    private DelimiterOptions delimiter = new DelimiterOptions();

    @Mixin
    private FolderOptions folders = new FolderOptions();

    /// Reads the model.
    ///
    /// @param err gets a warning if some of its parameters are not finite
    /// @throws slope.table.DataException if its file cannot be read as one, or an option names a column
    ///     that it does not have
    ModelAndRows read(PrintWriter err) {
        return read(err, source());
    }

    /// The same for a command whose `--table` names what is written.
    ModelAndRows readBesideTable(PrintWriter err) {
        return read(err, sources.sourceBesideTable(file));
    }

    /// The model again with the rows of another file.
    ModelAndRows read(PrintWriter err, String file) {
        return read(err, TableSource.of(file));
    }

    private ModelAndRows read(PrintWriter err, TableSource source) {
        ReadOptions asked = delimiter
                .on(MissingText.on(ReadOptions.none(), missing))
                .dates(dates.orders(TableNames.unknown()))
                .folders(folders.folders().orElse(Folders.PLACES));
        ModelAndRows given = ModelAndRows.read(model, source, asked).telling(asked, note -> warn(err, note));
        ParameterFacts.warning(given).ifPresent(warning -> warn(err, warning));
        return given;
    }

    /// The model's file.
    Path model() {
        return model;
    }

    /// Where the rows are.
    TableSource source() {
        return sources.source(file);
    }

    SourceOptions sources() {
        return sources;
    }

    /// Prints a warning at once, before what it is about.
    static void warn(PrintWriter err, String warning) {
        err.println("slope: " + warning);
        err.flush();
    }
}
