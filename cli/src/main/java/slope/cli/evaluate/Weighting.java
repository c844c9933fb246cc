package slope.cli.evaluate;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import slope.cli.record.RecordedLoss;
import slope.onnx.ModelFile;
import slope.table.Column;
import slope.table.DataException;
import slope.table.RowWeights;
import slope.table.Table;

/// How many rows each row counts for in scores: as it did in the scores of the training, where that can be.
///
/// @param column that the training weighed rows by, if it did
/// @param isThere whether the rows have that column
/// @param weights one for each row
record Weighting(Optional<String> column, boolean isThere, List<Double> weights) {
    Weighting {
        weights = List.copyOf(weights);
    }

    /// @param file what people call the rows
    /// @throws DataException if a weight is none, or all are 0
    static Weighting of(ModelFile saved, Table rows, String file) {
        Optional<String> column = RecordedLoss.of(saved).weightColumn();
        Optional<Column> cells = column.flatMap(rows::find);
        if (cells.isEmpty()) {
            return new Weighting(column, false, Collections.nCopies(rows.rows(), 1.0));
        }
        double[] weights = RowWeights.of(cells.get());
        if (Arrays.stream(weights).allMatch(weight -> weight == 0)) {
            throw new DataException("%s has the weight 0 in each row (column \"%s\"); no row is left to score"
                    .formatted(file, column.get()));
        }
        return new Weighting(column, true, Arrays.stream(weights).boxed().toList());
    }

    double[] array() {
        return weights.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /// Whether these scores and the recorded ones are not of the same kind.
    boolean isUnlikeTraining() {
        return column.isPresent() && !isThere;
    }

    /// What to say beside the scores; empty where the training weighed no rows.
    Optional<String> sentence() {
        return column.map(name -> isThere
                ? "Scores weigh each row by \"%s\", as the training did; tables below them count each row once."
                        .formatted(name)
                : ("The training weighed rows by \"%s\", which these rows lack: here each counts once, so these scores"
                                + " cannot be compared with those of validation.")
                        .formatted(name));
    }

    /// The headings of the scores of these rows and of the recorded ones.
    List<String> headings() {
        return isUnlikeTraining()
                ? List.of("these rows, unweighted", "validation, weighted")
                : List.of("these rows", "validation");
    }
}
