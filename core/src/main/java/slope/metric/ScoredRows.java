package slope.metric;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Scored rows: the predictions, the actual values, and the weight of each row. It never changes.
///
/// | form | predicted, rows × width | actual |
/// |---|---|---|
/// | classes | the probability of each class | the number of the row's class |
/// | labels | the probability of each label | rows × width: 1 where the row has the label, else 0 |
/// | numbers, counts, gamma, Tweedie | the number of each column | rows × width: the numbers themselves |
/// | quantiles | the quantile of each level, ascending | the number |
public final class ScoredRows {
    private final Form form;
    private final int width;
    private final double[] predicted; // rows × width
    private final double[] actual; // rows × actualWidth
    private final int actualWidth;
    private final double[] weights; // rows
    private final double[]
            settings; // the levels of quantiles, the power of amounts, or the class that is predicted for each row

    /// The form of the predictions.
    public enum Form {
        CLASSES,
        LABELS,
        NUMBERS,
        COUNTS,
        GAMMA,
        TWEEDIE,
        QUANTILES;

        /// Whether the predictions are numbers, counts or amounts.
        public boolean areNumbers() {
            return this == NUMBERS || this == COUNTS || this == GAMMA || this == TWEEDIE;
        }
    }

    private ScoredRows(Form form, double[] predicted, int width, double[] actual, double[] weights, double[] settings) {
        if (weights.length == 0 || predicted.length != width * weights.length) {
            throw new IllegalArgumentException("%s predictions cannot be scored against %s true values"
                    .formatted(predicted.length / width, weights.length));
        }
        this.form = form;
        this.width = width;
        this.predicted = predicted.clone();
        this.actual = actual.clone();
        this.actualWidth = form == Form.LABELS || form.areNumbers() ? width : 1;
        this.weights = weights.clone();
        this.settings = settings.clone();
    }

    /// Rows of classes, labels, numbers or counts.
    ///
    /// @param predicted rows × width, as the form has it
    /// @param actual as the form has it
    /// @param weights how many rows each one counts for, not below 0
    public static ScoredRows of(Form form, double[] predicted, int width, double[] actual, double[] weights) {
        return new ScoredRows(form, predicted, width, actual, weights, new double[0]);
    }

    /// Rows of classes of which not always the likeliest is predicted.
    ///
    /// @param predicted the probability of each class: rows × classes
    /// @param decided the number of the class that is predicted for each row
    /// @param actual the number of each row's class
    /// @param weights how many rows each one counts for, not below 0
    public static ScoredRows ofDecidedClasses(double[] predicted, int[] decided, double[] actual, double[] weights) {
        double[] classes = Arrays.stream(decided).asDoubleStream().toArray();
        return new ScoredRows(Form.CLASSES, predicted, predicted.length / weights.length, actual, weights, classes);
    }

    /// Rows of quantiles.
    ///
    /// @param predicted rows × levels, ascending in each row
    /// @param levels the quantile levels
    /// @param actual one number for each row
    /// @param weights how many rows each one counts for, not below 0
    public static ScoredRows ofQuantiles(double[] predicted, List<Double> levels, double[] actual, double[] weights) {
        double[] ascending = levels.stream().mapToDouble(Double::doubleValue).toArray();
        return new ScoredRows(Form.QUANTILES, predicted, ascending.length, actual, weights, ascending);
    }

    /// Rows of amounts.
    ///
    /// @param predicted one amount for each row
    /// @param power above 1; 2 is gamma
    /// @param actual as predicted
    /// @param weights how many rows each one counts for, not below 0
    public static ScoredRows ofAmounts(double[] predicted, double power, double[] actual, double[] weights) {
        Form form = power == 2 ? Form.GAMMA : Form.TWEEDIE;
        return new ScoredRows(form, predicted, 1, actual, weights, new double[] {power});
    }

    /// Several blocks of rows as one.
    ///
    /// @param parts at least one, all of the same form, width and levels
    public static ScoredRows concat(List<ScoredRows> parts) {
        ScoredRows first = parts.getFirst();
        return new ScoredRows(
                first.form,
                joined(parts, part -> part.predicted),
                first.width,
                joined(parts, part -> part.actual),
                joined(parts, part -> part.weights),
                first.form == Form.CLASSES ? joined(parts, part -> part.settings) : first.settings);
    }

    /// The same rows with other weights.
    ///
    /// @param weights how many rows each one counts for, not below 0
    ScoredRows weighted(double[] weights) {
        return new ScoredRows(form, predicted, width, actual, weights, settings);
    }

    /// One of the predicted numbers by itself; a quantile as a number.
    ///
    /// @param index of the column or quantile
    public ScoredRows number(int index) {
        boolean isQuantile = form == Form.QUANTILES;
        double[] one = new double[rows()];
        double[] observed = new double[rows()];
        for (int row = 0; row < one.length; row++) {
            one[row] = predicted(row, index);
            observed[row] = isQuantile ? actual(row) : actual(row, index);
        }
        return new ScoredRows(
                isQuantile ? Form.NUMBERS : form, one, 1, observed, weights, isQuantile ? new double[0] : settings);
    }

    /// One of the rows by itself, with the weight 1.
    public ScoredRows row(int row) {
        return new ScoredRows(
                form,
                Arrays.copyOfRange(predicted, row * width, (row + 1) * width),
                width,
                Arrays.copyOfRange(actual, row * actualWidth, (row + 1) * actualWidth),
                new double[] {1},
                form == Form.CLASSES && settings.length > 0 ? new double[] {settings[row]} : settings);
    }

    private static double[] joined(List<ScoredRows> parts, Function<ScoredRows, double[]> array) {
        return parts.stream()
                .flatMapToDouble(part -> Arrays.stream(array.apply(part)))
                .toArray();
    }

    /// The form of the predictions.
    public Form form() {
        return form;
    }

    /// How many rows there are, at least 1.
    public int rows() {
        return weights.length;
    }

    /// How many classes, labels, columns or levels there are.
    public int width() {
        return width;
    }

    /// A prediction: of a class, a label, a column or a level.
    public double predicted(int row, int index) {
        return predicted[row * width + index];
    }

    /// The actual value of a row of classes or quantiles.
    public double actual(int row) {
        return actual[row * actualWidth];
    }

    /// The actual value of a row's label or column.
    public double actual(int row, int index) {
        return actual[row * actualWidth + index];
    }

    /// The weight of a row.
    public double weight(int row) {
        return weights[row];
    }

    /// The sum of all weights.
    public double weight() {
        double all = 0;
        for (double weight : weights) {
            all += weight;
        }
        return all;
    }

    /// Whether some row counts more or less than once.
    public boolean isWeighted() {
        return Arrays.stream(weights).anyMatch(weight -> weight != 1);
    }

    /// Whether every row has the class, or all the labels, that are predicted. Other predictions are hardly ever
    /// exact: never for them.
    public boolean isWithoutError() {
        return switch (form) {
            case CLASSES -> IntStream.range(0, rows()).allMatch(row -> predicted(row) == (int) actual(row));
            case LABELS ->
                IntStream.range(0, rows())
                        .allMatch(row -> IntStream.range(0, width)
                                .allMatch(label -> isPredicted(row, label) == isActual(row, label)));
            case NUMBERS, COUNTS, GAMMA, TWEEDIE, QUANTILES -> false;
        };
    }

    /// The level of the quantile with this number.
    public double level(int index) {
        return settings[index];
    }

    /// The power of amounts: how the variance grows with the mean.
    double power() {
        return settings[0];
    }

    /// The number of the class that is predicted for a row: the most probable one, the first of ties, unless it was
    /// decided otherwise.
    public int predicted(int row) {
        return form == Form.CLASSES && settings.length > 0
                ? (int) settings[row]
                : mostLikely(predicted, row * width, width);
    }

    /// The number of the most probable class, the first of ties.
    ///
    /// @param probabilities of one row's classes from `start` on
    public static int mostLikely(double[] probabilities, int start, int classes) {
        int likeliest = 0;
        for (int index = 1; index < classes; index++) {
            if (probabilities[start + index] > probabilities[start + likeliest]) {
                likeliest = index;
            }
        }
        return likeliest;
    }

    /// Whether a label is predicted for a row.
    public boolean isPredicted(int row, int label) {
        return predicted(row, label) >= 0.5;
    }

    /// Whether a row has a label.
    public boolean isActual(int row, int label) {
        return actual(row, label) == 1;
    }

    /// Whether all numbers are counts: counts are predicted, or all actual numbers are whole and
    /// not below 0.
    public boolean areCounts() {
        return form == Form.COUNTS
                || Arrays.stream(actual).allMatch(number -> number >= 0 && number == Math.rint(number));
    }

    /// The score of one metric.
    ///
    /// @throws IllegalArgumentException if the metric does not apply to these rows
    public double score(Metric metric) {
        if (!metric.appliesTo(this)) {
            throw new IllegalArgumentException("these predictions have no " + metric.title());
        }
        return metric.score(this);
    }
}
