package slope.serve.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import slope.explain.Explainer;
import slope.internal.table.JoinedTable;
import slope.model.FitRecord;
import slope.model.Model;
import slope.model.TrainingRanges;
import slope.onnx.ModelFile;
import slope.report.card.CardReport;
import slope.run.PredictionColumns;
import slope.run.PredictionColumns.Probabilities;
import slope.run.RecordedRequest;
import slope.serve.metric.ModelMetrics;
import slope.table.Column;
import slope.table.ColumnKind;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.tables.ReadOptions;
import slope.tables.TableFiles;
import slope.target.Exposure;

/// One file of a model, loaded and ready. It never changes.
public final class ServedModel {
    /// Of the model's hash, whose 64 digits nobody types.
    private static final int VERSION_DIGITS = 12;

    /// Of which each explanation predicts all.
    private static final int BACKGROUND_ROWS = 1_000;

    private final String name;
    private final ModelFile file;
    private final Optional<String> version;
    private final ReadOptions reading;
    private final SequencedMap<String, ColumnKind> columns;
    private final Scorer scorer;
    private final Drift drift;
    private final List<Column> outputs;
    private final Optional<Explainer> explainer;

    private ServedModel(String name, ModelFile file, Optional<Path> background) {
        Model model = file.model();
        this.name = name;
        this.file = file;
        this.version = model.record().equals(FitRecord.unknown())
                ? Optional.empty()
                : Optional.of(file.modelHash().substring(0, VERSION_DIGITS));
        this.reading = RecordedRequest.reading(file);
        this.columns = model.columns();
        this.scorer = new Scorer(model);
        this.drift = new Drift(columns.keySet(), model.record().ranges());
        this.outputs = PredictionColumns.of(model.predict(trialRow(model)), Probabilities.SHOWN);
        this.explainer = background.map(table -> Explainer.of(model, background(table)));
    }

    /// Loads a file and predicts a row with it.
    ///
    /// @param background a table whose rows attributions start from, if there is one
    /// @throws slope.table.DataException if it is no model, or the table is none of its rows
    public static ServedModel load(String name, Path path, Optional<Path> background) {
        return new ServedModel(name, ModelFile.read(path), background);
    }

    /// Rows from all over a table, read as those of requests.
    private Table background(Path table) {
        List<Table> pieces = new ArrayList<>();
        TableFiles.readInPieces(table.toString(), reading, columns, pieces::add);
        Table rows = JoinedTable.of(pieces, columns.keySet());
        int most = Math.min(rows.rows(), BACKGROUND_ROWS);
        return rows.select(IntStream.range(0, most)
                .map(row -> (int) ((long) row * rows.rows() / most))
                .toArray());
    }

    /// A row without values, but with the exposure that some targets need.
    private static Table trialRow(Model model) {
        List<Column> columns = new ArrayList<>();
        Optional<String> exposure = model.target().exposure().map(Exposure::column);
        model.columns()
                .keySet()
                .forEach(column -> columns.add(
                        NumberColumn.of(column, exposure.filter(column::equals).isPresent() ? 1 : Double.NaN)));
        return new Table(columns);
    }

    public String name() {
        return name;
    }

    /// The beginning of the model's hash; empty for a model without a record of its training.
    public Optional<String> version() {
        return version;
    }

    /// The columns that it reads, and their kinds.
    public SequencedMap<String, ColumnKind> columns() {
        return columns;
    }

    /// What training had in a column, as far as it is known.
    public Optional<TrainingRanges> range(String column) {
        return file.model().record().ranges().stream()
                .filter(each -> each.column().equals(column))
                .findFirst();
    }

    /// How cells are read: as in training.
    public ReadOptions reading() {
        return reading;
    }

    /// Columns like those of predictions, with one row: their names and kinds.
    public List<Column> outputs() {
        return outputs;
    }

    /// Explains its predictions; empty if there are no background rows.
    public Optional<Explainer> explainer() {
        return explainer;
    }

    /// Its card.
    public CardReport card() {
        return CardReport.of(file, name, Optional.empty());
    }

    /// The predictions of a table's rows, a column for each output.
    ///
    /// @param rows with the columns of the model
    /// @param metrics count the rows, and the values that training did not have
    public List<Column> predict(Table rows, Deadline deadline, ModelMetrics metrics) {
        double[] decoded = scorer.decoded(rows, deadline);
        metrics.rows(rows.rows());
        drift.count(rows, metrics);
        return PredictionColumns.of(file.model().predictions(decoded, rows), Probabilities.SHOWN);
    }
}
