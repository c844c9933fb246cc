package slope.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;
import slope.internal.file.Destination;
import slope.internal.file.WholeFile;
import slope.internal.table.RequiredColumns;
import slope.onnx.ModelFile;
import slope.table.ColumnKind;
import slope.table.DataException;
import slope.table.DateOrder;
import slope.table.Table;
import slope.tables.PieceTaker;
import slope.tables.ReadListener;
import slope.tables.ReadOptions;
import slope.tables.ReadOptions.BadLines;
import slope.tables.ReadOptions.Folders;
import slope.tables.TableFiles;
import slope.tables.TableSource;
import slope.tables.UnusedMissingText;

/// A saved model and the rows of a file that it is used on. Cells are read as they were in
/// training, where the model's file says how.
public final class ModelAndRows {
    private final Path path;
    private final ModelFile model;
    private final TableSource rows;
    private final ReadOptions reading;
    private final ReadListener listener;
    private final Optional<Table> inMemory;

    private ModelAndRows(
            Path path,
            ModelFile model,
            TableSource rows,
            ReadOptions reading,
            ReadListener listener,
            Optional<Table> inMemory) {
        this.path = path;
        this.model = model;
        this.rows = rows;
        this.reading = reading;
        this.listener = listener;
        this.inMemory = inMemory;
    }

    /// A model and rows that are in memory already, read as those of its training.
    ///
    /// @param path the model's file, as it was named
    /// @param name of the rows in messages
    public static ModelAndRows of(Path path, ModelFile model, String name, Table rows) {
        return new ModelAndRows(
                path,
                model,
                TableSource.of(name),
                RecordedRequest.reading(model),
                ReadListener.NONE,
                Optional.of(rows));
    }

    /// The same, and a listener takes sentences about what is read otherwise than a person may think.
    ///
    /// @param asked the text of missing values of which it wants to know whether cells have it
    public ModelAndRows telling(ReadOptions asked, Consumer<String> notes) {
        return new ModelAndRows(
                path,
                model,
                rows,
                reading,
                new ReadListener() {
                    @Override
                    public void read(long bytes, long allBytes) {}

                    @Override
                    public void unused(UnusedMissingText text) {
                        Set<String> texts = text.column()
                                .map(column -> asked.missingIn().getOrDefault(column, Set.of()))
                                .orElse(asked.missing());
                        if (texts.contains(text.text())) {
                            noted(text.sentence());
                        }
                    }

                    @Override
                    public void noted(String sentence) {
                        notes.accept(sentence);
                    }
                },
                inMemory);
    }

    /// Reads the model; rows are read when they are asked for.
    ///
    /// @param rows with a string: a file, a pattern for several, or `-` for standard input
    /// @param reading text of missing values besides that of training, orders of dates and the
    ///     meaning of folders, where the training did not decide, and the delimiter of these rows
    /// @throws DataException if the model cannot be read, or an order is of a column in which it
    ///     does not read dates
    public static ModelAndRows read(Path model, String rows, ReadOptions reading) {
        return read(model, TableSource.of(rows), reading);
    }

    /// Reads the model; rows are read when they are asked for, from wherever they are.
    ///
    /// @throws DataException as of the other `read`
    public static ModelAndRows read(Path model, TableSource rows, ReadOptions reading) {
        ModelFile file = ModelFile.read(model);
        List<String> columns = new ArrayList<>(file.model().columns().keySet());
        RequiredColumns.requireAll(reading.dates().keySet(), columns);
        file.model().columns().forEach((name, kind) -> {
            if (kind != ColumnKind.DATE && reading.dates().containsKey(name)) {
                throw new DataException("\"%s\" is named as dates, and %s reads %s there; leave it out"
                        .formatted(name, model, kind.words()));
            }
        });
        columns.addAll(file.model().target().columns());
        RequiredColumns.requireAll(reading.missingIn().keySet(), columns);
        return new ModelAndRows(model, file, rows, asTrained(file, reading), ReadListener.NONE, Optional.empty());
    }

    private static ReadOptions asTrained(ModelFile model, ReadOptions asked) {
        ReadOptions recorded = RecordedRequest.reading(model);
        Set<String> missing = new HashSet<>(recorded.missing());
        missing.addAll(asked.missing());
        Map<String, DateOrder> orders = new HashMap<>(recorded.dates());
        orders.putAll(asked.dates());
        Folders folders = recorded.folders() == Folders.COLUMNS ? Folders.COLUMNS : asked.folders();
        ReadOptions reading =
                recorded.missing(missing).dates(orders).folders(folders).badLines(RecordedRequest.badLines(model));
        reading = asked.delimiter().map(reading::delimiter).orElse(reading);
        for (Map.Entry<String, Set<String>> column : asked.missingIn().entrySet()) {
            reading = reading.missing(column.getKey(), column.getValue());
        }
        return reading;
    }

    /// The model's file.
    public Path path() {
        return path;
    }

    /// The model, with its record.
    public ModelFile model() {
        return model;
    }

    /// The rows' name in messages.
    public String rowsName() {
        return rows.name();
    }

    /// All rows.
    ///
    /// @param besides columns that are needed besides those that the model reads
    /// @throws DataException if they cannot be read or lack a column
    public Table table(Collection<String> besides) {
        Table table = inMemory.orElseGet(() -> TableFiles.read(rows, reading, listener));
        Set<String> needed = new LinkedHashSet<>(model.model().columns().keySet());
        needed.addAll(besides);
        RequiredColumns.requireAll(rowsName(), needed, table.names());
        return table;
    }

    /// The names of the columns of the rows; none of a database or of standard input.
    public List<String> names() {
        return inMemory.map(Table::names).orElseGet(() -> TableFiles.names(rows, reading));
    }

    /// One of the rows.
    ///
    /// @param number from 1
    /// @param besides columns that are needed besides those that the model reads
    /// @throws DataException if there is no such row, or the rows cannot be read or lack a column
    public Table row(int number, Collection<String> besides) {
        Table table = table(besides);
        if (number < 1 || number > table.rows()) {
            throw new DataException(String.format(
                    Locale.ROOT, "%s has no row %,d; its rows are 1 to %,d", rowsName(), number, table.rows()));
        }
        return table.select(new int[] {number - 1});
    }

    /// The columns that the model predicts.
    public List<String> targets() {
        return model.model().target().columns();
    }

    /// The rows piece by piece, with the columns of the model and copies of others, see
    /// [TableFiles#readInPieces]; from standard input as they come. No line is skipped: each gets its prediction.
    void inPieces(SequencedMap<String, String> copies, PieceTaker taker) {
        ReadOptions all = reading.badLines(BadLines.REFUSED);
        TableFiles.readInPieces(rows, all, model.model().columns(), copies, listener, taker);
    }

    /// Refuses a result that could not be written, or would be written over the model or the rows.
    ///
    /// @param result the name of a file, pipe or device
    /// @throws DataException if so
    public void requireWritable(String result) {
        Path file = Destination.named(result).named();
        WholeFile.refuseSame(file, path);
        TableFiles.refuseSame(file, rows);
    }
}
