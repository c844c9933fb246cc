package slope.fit;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import slope.metric.Metric;
import slope.table.DataException;
import slope.table.Table;

/// How good a model is by the number of its rows: whether more of them would help.
///
/// Cross-validation on parts of the training rows, as scikit-learn's `learning_curve` does it: a
/// fold is held out, models are fitted to 1/32, 1/16, … and all of the other rows, and predict it.
/// Each part holds the smaller ones, and is drawn by the rules of folds: stratified, or whole
/// groups.
///
/// @param metric of the scores
/// @param points from the fewest rows to all
public record LearningCurve(Metric metric, List<Point> points) {
    private static final int FOLDS = 5;

    public LearningCurve {
        points = List.copyOf(points);
    }

    /// A number of rows.
    ///
    /// @param rows in the mean over the folds, with those that choose the best epoch
    /// @param scores of each held-out fold
    /// @param baseline the mean score of the best constant prediction
    /// @param linear the mean score of ridge, logistic or Poisson regression on the same rows; empty for quantiles
    public record Point(int rows, List<Double> scores, double baseline, Optional<Double> linear) {
        public Point {
            scores = List.copyOf(scores);
        }

        /// The mean score.
        public double mean() {
            return scores.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
        }

        /// The standard deviation of a fold's score, from n − 1 of them; NaN of a single one.
        public double standardDeviation() {
            double mean = mean();
            double squares = scores.stream()
                    .mapToDouble(score -> (score - mean) * (score - mean))
                    .sum();
            return scores.size() < 2 ? Double.NaN : Math.sqrt(squares / (scores.size() - 1));
        }
    }

    /// Fits and scores: twice as long as so many fits to four fifths of the rows, about.
    ///
    /// @param repeats how many of five folds are held out in turn, from 1 to 5
    /// @param ended is told after each fit how many there were
    /// @throws DataException if the table is not suitable for training
    /// @throws IllegalArgumentException if the estimator splits rows by time or holds out test rows
    public static LearningCurve of(Estimator estimator, Table table, int repeats, IntConsumer ended) {
        if (repeats < 1 || repeats > FOLDS) {
            throw new IllegalArgumentException("from 1 to 5 folds are held out, not " + repeats);
        }
        if (estimator.rows().testShare().isPresent()) {
            throw new IllegalArgumentException("a learning curve holds out folds; leave the share of test rows out");
        }
        if (estimator.rows().time().isPresent()) {
            throw new IllegalArgumentException(
                    "folds would predict the past from the future; leave the time column out");
        }
        return new CurveFits(estimator, FitPlanner.usable(estimator, table).table(), FOLDS).curve(repeats, ended);
    }

    /// How many fits a curve takes.
    ///
    /// @param rows of the table that have a target
    /// @param repeats as in [#of]
    public static int fits(int rows, int repeats) {
        return repeats * CurveFits.sizes(rows - rows / FOLDS);
    }
}
