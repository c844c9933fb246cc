package slope.serve.studio.model;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import slope.evaluation.Evaluation;
import slope.model.Model;
import slope.onnx.ModelFile;
import slope.run.ModelAndRows;
import slope.run.RecordedRequest;
import slope.run.TracedUpdate;
import slope.run.TrainingRequest;
import slope.serve.http.HttpException;
import slope.serve.rows.RowReader;
import slope.table.DataException;
import slope.table.Table;
import slope.tables.ReadOptions;
import slope.tables.TableSource;
import tools.jackson.jr.ob.JSON;

/// A model that is loaded, of a run or from a file, with a table of rows. What takes time is computed once.
public final class OpenedModel {
    private static final int BACKGROUND_ROWS = 1_000;

    private static final JSON WITH_NULLS =
            JSON.builder().enable(JSON.Feature.WRITE_NULL_PROPERTIES).build();

    private final Origin origin;
    private final ModelFile file;
    private final Table table;
    private final int[] testRows;
    private final int[] otherRows;
    private final KeptUpdates updates;
    private final Map<String, String> kept = new LinkedHashMap<>();
    private @Nullable Evaluation evaluation;

    private OpenedModel(Origin origin, ModelFile file, Table table, int[] testRows, int[] otherRows) {
        this.origin = origin;
        this.file = file;
        this.table = table;
        this.testRows = testRows;
        this.otherRows = otherRows;
        this.updates = new KeptUpdates(
                place -> TracedUpdate.of(origin.path, origin.rows, origin.start, Optional.empty(), place));
    }

    /// Where a model and its rows come from.
    ///
    /// @param name for people, such as `run 7`
    /// @param start the network that its training started from, if it was a given one
    private record Origin(String name, Path path, TableSource rows, Optional<Path> start) {}

    /// Loads a run's model.
    ///
    /// @param table that it was trained on
    /// @throws DataException if the file is no model
    static OpenedModel ofRun(int number, Path path, TrainingRequest request, Table table) {
        int[] testRows = request.estimator().plan(table).rows().testRows();
        return new OpenedModel(
                new Origin("run " + number, path, request.table(), request.start()),
                ModelFile.read(path),
                table,
                testRows,
                othersThan(testRows, table.rows()));
    }

    /// Loads a saved model, and reads rows as those of its training were read. Of the very table
    /// that it was trained on, test rows are those of its training; of another one all rows are new
    /// to it.
    ///
    /// @param rows that have the columns which it reads
    /// @throws DataException if the file is no model, or the rows cannot be read or lack a column
    static OpenedModel saved(Path path, TableSource rows) {
        ModelAndRows given = ModelAndRows.read(path, rows, ReadOptions.none());
        Table table = given.table(List.of());
        Origin origin = new Origin(String.valueOf(path.getFileName()), path, rows, Optional.empty());
        Optional<TrainingRequest> training = RecordedRequest.of(given.model(), origin.name)
                .filter(request -> RecordedRequest.isTrainedOn(given.model(), table));
        int[] all = IntStream.range(0, table.rows()).toArray();
        int[] testRows = training.map(
                        request -> request.estimator().plan(table).rows().testRows())
                .orElse(all);
        return new OpenedModel(
                origin,
                given.model(),
                table,
                testRows,
                training.isPresent() ? othersThan(testRows, table.rows()) : all);
    }

    private static int[] othersThan(int[] some, int rows) {
        int[] sorted = some.clone();
        Arrays.sort(sorted);
        return IntStream.range(0, rows)
                .filter(row -> Arrays.binarySearch(sorted, row) < 0)
                .toArray();
    }

    Model model() {
        return file.model();
    }

    ModelFile file() {
        return file;
    }

    Path path() {
        return origin.path;
    }

    /// For people, such as `run 7`.
    String name() {
        return origin.name;
    }

    /// Where its rows are.
    TableSource rows() {
        return origin.rows;
    }

    /// The network that its training started from, if it was a given one.
    Optional<Path> start() {
        return origin.start;
    }

    Table table() {
        return table;
    }

    /// The hash of the table that it was trained on; empty if it is not recorded.
    String tableHash() {
        return model().record().data().hash();
    }

    /// Whether its rows have what it predicts.
    boolean hasTarget() {
        return table.names().containsAll(model().target().columns());
    }

    /// The numbers of the test rows in the table, from 0.
    int[] testRows() {
        return testRows.clone();
    }

    boolean isTest(int row) {
        return Arrays.stream(testRows).anyMatch(each -> each == row);
    }

    /// The rows that had a part in the training.
    Table training() {
        return table.select(otherRows);
    }

    /// The number in the table of a row of the training, both from 0.
    int numberOfTraining(int row) {
        return otherRows[row];
    }

    /// Some of the rows of the training, from all over them.
    ///
    /// @return their numbers in the table, from 0
    int[] background() {
        int most = Math.min(otherRows.length, BACKGROUND_ROWS);
        return IntStream.range(0, most)
                .map(index -> otherRows[(int) ((long) index * otherRows.length / most)])
                .toArray();
    }

    /// The model with all rows of its table.
    ModelAndRows all() {
        return ModelAndRows.of(origin.path, file, origin.rows.name(), table);
    }

    /// The model with its test rows.
    ///
    /// @throws HttpException if there are none
    ModelAndRows test() {
        if (testRows.length == 0) {
            throw new HttpException(
                    409,
                    "%s has no test rows; train again with a share of test rows to score it".formatted(origin.name));
        }
        return ModelAndRows.of(origin.path, file, "test rows of " + origin.rows.name(), table.select(testRows));
    }

    /// The model with other rows.
    ModelAndRows with(String name, Table rows) {
        return ModelAndRows.of(origin.path, file, name, rows);
    }

    /// The test rows, scored.
    synchronized Evaluation evaluation() {
        Evaluation scored = evaluation;
        if (scored == null) {
            ModelAndRows rows = test();
            scored = Evaluation.of(model(), rows.table(rows.targets()), rows.rowsName());
            evaluation = scored;
        }
        return scored;
    }

    /// A row that a page sent, as a table of it alone.
    ///
    /// @param cells by column; null where missing
    /// @throws HttpException if it is no row
    /// @throws DataException if its cells are not those of the model
    Table row(Map<?, ?> cells) {
        return new RowReader(model().columns(), RecordedRequest.reading(file), 1).ofJson(WITH_NULLS.asBytes(cells));
    }

    /// A row of the table, as a table of it alone.
    ///
    /// @param number from 1
    Table row(int number) {
        return all().row(number, List.of());
    }

    /// An update of its training.
    TracedUpdate update(TracedUpdate.Place place) {
        return updates.get(place);
    }

    /// A text that takes time to make.
    ///
    /// @param what it is
    synchronized String kept(String what, Supplier<String> making) {
        return kept.computeIfAbsent(what, ignored -> making.get());
    }
}
