package slope.cli.model;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import slope.cli.text.ListText;
import slope.internal.file.WholeFile;
import slope.internal.table.RequiredColumns;
import slope.onnx.ModelFile;
import slope.report.model.NonFinite;
import slope.run.RecordedRequest;
import slope.table.ColumnKind;
import slope.table.DateOrder;
import slope.table.Table;
import slope.tables.PieceTaker;
import slope.tables.ReadOptions;
import slope.tables.ReadOptions.Folders;

/// The arguments of commands that use a saved model: the model, the rows, and how their cells are
/// read where the model has no record of it.
public final class ModelAndRows {
    @Parameters(index = "0", paramLabel = "MODEL", description = "The model, as slope train --out saved it.")
    private Path model = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            description = "The rows: CSV, TSV, Parquet or JSON; - reads CSV from standard input.")
    private String file = "";

    @Option(
            names = "--missing",
            paramLabel = "TEXT",
            description = "Text of missing values, besides empty cells and the text that training had.")
    private List<ListText> missing = new ArrayList<>();

    @Mixin
    private DateOrderOptions dates = new DateOrderOptions();

    @Mixin
    private FolderOptions folders = new FolderOptions();

    /// The model.
    ///
    /// @param err gets a warning if some of its parameters are not finite
    /// @throws slope.table.DataException if its file cannot be read as one
    public ModelFile model(PrintWriter err) {
        ModelFile file = ModelFile.read(model);
        NonFinite.tellOfParameters(model.toString(), file.model(), err);
        return file;
    }

    /// The model's file.
    public Path modelFile() {
        return model;
    }

    /// The name of the rows' file in messages.
    public String fileName() {
        return InputFile.nameOf(file);
    }

    /// All rows.
    ///
    /// @param besides further columns, besides those the model reads
    /// @throws slope.table.DataException if they cannot be read or lack a column, or an option
    ///     names a column that the model does not have
    public Table read(ModelFile saved, Collection<String> besides) {
        Table table = InputFile.read(file, asTrained(saved));
        Set<String> needed = new LinkedHashSet<>(saved.model().columns().keySet());
        needed.addAll(besides);
        RequiredColumns.requireAll(fileName(), needed, table.names());
        return table;
    }

    /// Refuses to overwrite the model or the rows.
    ///
    /// @throws slope.table.DataException if the file is one of them
    public void refuseToWriteOver(Path out) {
        WholeFile.refuseSame(out, model);
        InputFile.refuseSame(out, file);
    }

    /// The rows piece by piece, see [slope.tables.TableFiles#readInPieces].
    void readInPieces(ModelFile saved, SequencedMap<String, ColumnKind> wanted, PieceTaker taker) {
        InputFile.readInPieces(file, asTrained(saved), wanted, taker);
    }

    /// The options of the training, with those of this command.
    private ReadOptions asTrained(ModelFile saved) {
        dates.refuseUnknown(saved.model().columns().keySet());
        ReadOptions recorded = RecordedRequest.reading(saved);
        Set<String> allMissing = ListText.set(missing);
        allMissing.addAll(recorded.missing());
        Map<String, DateOrder> orders = new HashMap<>(recorded.dates());
        orders.putAll(dates.orders());
        Folders meant = recorded.folders() == Folders.COLUMNS ? Folders.COLUMNS : folders.folders();
        return recorded.missing(allMissing).dates(orders).folders(meant);
    }
}
