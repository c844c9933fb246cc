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
import tools.jackson.jr.ob.JSON;

/// A run whose model is loaded, with the table that it was trained on. What takes time is computed once.
public final class OpenedRun {
    private static final int MOST_UPDATES = 32; // kept for going back and forth
    private static final int BACKGROUND_ROWS = 1_000;

    private static final JSON WITH_NULLS =
            JSON.builder().enable(JSON.Feature.WRITE_NULL_PROPERTIES).build();

    private final int number;
    private final Path path;
    private final TrainingRequest request;
    private final ModelFile file;
    private final Table table;
    private final int[] testRows;
    private final int[] otherRows;
    private final Map<TracedUpdate.Place, TracedUpdate> updates = new LinkedHashMap<>();
    private final Map<String, String> kept = new LinkedHashMap<>();
    private @Nullable Evaluation evaluation;

    /// Loads a run's model.
    ///
    /// @param table that it was trained on
    /// @throws DataException if the file is no model
    OpenedRun(int number, Path path, TrainingRequest request, Table table) {
        this.number = number;
        this.path = path;
        this.request = request;
        this.file = ModelFile.read(path);
        this.table = table;
        this.testRows = request.estimator().plan(table).rows().testRows();
        int[] sorted = testRows.clone();
        Arrays.sort(sorted);
        this.otherRows = IntStream.range(0, table.rows())
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
        return path;
    }

    Table table() {
        return table;
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
        return ModelAndRows.of(path, file, request.table().name(), table);
    }

    /// The model with its test rows.
    ///
    /// @throws HttpException if there are none
    ModelAndRows test() {
        if (testRows.length == 0) {
            throw new HttpException(
                    409,
                    "run %s has no test rows; train again with a share of test rows to score it".formatted(number));
        }
        return ModelAndRows.of(path, file, "test rows of " + request.table().name(), table.select(testRows));
    }

    /// The model with other rows.
    ModelAndRows with(String name, Table rows) {
        return ModelAndRows.of(path, file, name, rows);
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
    synchronized TracedUpdate update(TracedUpdate.Place place) {
        TracedUpdate known = updates.get(place);
        if (known == null) {
            known = TracedUpdate.of(path, request.table(), request.start(), Optional.empty(), place);
            if (updates.size() == MOST_UPDATES) {
                updates.remove(updates.keySet().iterator().next());
            }
            updates.put(place, known);
        }
        return known;
    }

    /// A text that takes time to make.
    ///
    /// @param what it is
    synchronized String kept(String what, Supplier<String> making) {
        return kept.computeIfAbsent(what, ignored -> making.get());
    }
}
