package slope.report.evaluation;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import slope.onnx.ModelFile;
import slope.run.RecordedLoss;
import slope.table.Column;
import slope.table.DataException;
import slope.table.RowWeights;
import slope.table.Table;

/// The weight of each row in scores: as in the scores of the training, if possible.
///
/// @param column the weight column of the training, if there was one
/// @param isThere whether the rows have that column
/// @param weights one for each row
record Weighting(Optional<String> column, boolean isThere, List<Double> weights) {
    Weighting {
        weights = List.copyOf(weights);
    }

    /// @param file the name of the rows in messages
    /// @throws DataException if a weight is invalid, or all are 0
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

    /// Whether these scores and the recorded ones are weighted differently.
    boolean isUnlikeTraining() {
        return column.isPresent() && !isThere;
    }

    /// A note beside the scores; empty where training had no weight column.
    Optional<String> sentence() {
        return column.map(name -> isThere
                ? "Scores are weighted by \"%s\", as in training; the tables below count each row once.".formatted(name)
                : ("Training weighted scores by \"%s\", which these rows lack: the scores here are unweighted and"
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
