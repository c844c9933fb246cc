package slope.slice;

import java.util.Arrays;
import slope.internal.function.MeanAndStandardDeviation;
import slope.metric.Metric;
import slope.metric.ScoredRows;
import slope.metric.ScoredRows.Form;

/// The loss of each row by itself, in a unit that people know: log-loss, absolute error, deviance or
/// pinball loss. Absolute and not squared errors, of which a few rows would have nearly all.
final class RowLosses {
    private final String metric;
    private final double[] losses;
    private final double[] weights;

    private RowLosses(String metric, double[] losses, double[] weights) {
        this.metric = metric;
        this.losses = losses;
        this.weights = weights;
    }

    /// The losses of some of the rows, in the order of these.
    static RowLosses of(ScoredRows scored, int[] rows) {
        Metric metric = metric(scored.form());
        double[] weights = Arrays.stream(rows).mapToDouble(scored::weight).toArray();
        double[] losses = new double[rows.length];
        if (scored.form() == Form.NUMBERS && scored.width() > 1) {
            for (int index = 0; index < scored.width(); index++) {
                addInDeviations(scored, index, rows, losses);
            }
        } else {
            Arrays.setAll(losses, row -> scored.row(rows[row]).score(metric));
        }
        return new RowLosses(metric.title(), losses, weights);
    }

    private static Metric metric(Form form) {
        return switch (form) {
            case CLASSES, LABELS -> Metric.LOG_LOSS;
            case NUMBERS -> Metric.MAE;
            case COUNTS -> Metric.POISSON_DEVIANCE;
            case GAMMA -> Metric.GAMMA_DEVIANCE;
            case TWEEDIE -> Metric.TWEEDIE_DEVIANCE;
            case QUANTILES -> Metric.PINBALL;
        };
    }

    /// Several numbers have several units, so each error is divided by the standard deviation of its column.
    private static void addInDeviations(ScoredRows scored, int column, int[] rows, double[] losses) {
        double[] actual = Arrays.stream(rows)
                .mapToDouble(row -> scored.actual(row, column))
                .toArray();
        double deviation = MeanAndStandardDeviation.of(actual).standardDeviation();
        for (int row = 0; row < rows.length && deviation > 0; row++) {
            double error = Math.abs(actual[row] - scored.predicted(rows[row], column));
            losses[row] += error / deviation / scored.width();
        }
    }

    /// The name of the loss.
    String metric() {
        return metric;
    }

    boolean areFinite() {
        return Arrays.stream(losses).allMatch(Double::isFinite);
    }

    double loss(int row) {
        return losses[row];
    }

    double weight(int row) {
        return weights[row];
    }

    /// The sum of the weights of some rows.
    double weight(int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> weights[row]).sum();
    }

    /// The weighted mean of the losses of some rows.
    double mean(int[] rows) {
        double sum = 0;
        double weight = 0;
        for (int row : rows) {
            sum += weights[row] * losses[row];
            weight += weights[row];
        }
        return sum / weight;
    }

    /// The standard error of the mean of the rows of some clusters. A weighted mean of clusters is a ratio:
    /// √(G/(G−1) · Σ over clusters (Σ w·(loss − mean))²) / Σ w (Cochran 1977, "Sampling Techniques", section 6.4).
    ///
    /// @param clusters of rows that belong together, G of them, at least two
    double standardError(double mean, Iterable<int[]> clusters) {
        double squares = 0;
        double weight = 0;
        int count = 0;
        for (int[] cluster : clusters) {
            double distance = 0;
            for (int row : cluster) {
                distance += weights[row] * (losses[row] - mean);
                weight += weights[row];
            }
            squares += distance * distance;
            count++;
        }
        return Math.sqrt(squares * count / (count - 1)) / weight;
    }
}
