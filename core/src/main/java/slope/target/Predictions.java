package slope.target;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import slope.metric.Metrics;
import slope.metric.ScoredRows;
import slope.metric.ScoredRows.Form;

/// Predictions for some rows, in the words and units of the target columns.
public abstract sealed class Predictions
        permits ClassPredictions, LabelPredictions, NumberPredictions, QuantilePredictions {
    /// The number of rows in the text; the others are counted.
    private static final int SHOWN = 5;

    private final List<String> outputs;
    private final double[] values; // rows × outputs, row-major
    private final Optional<PredictionSets> sets;

    /// @param outputs the name of each of a row's numbers
    /// @param values rows × outputs, row-major; copied
    /// @param sets of each row, if the model has them
    Predictions(List<String> outputs, double[] values, Optional<PredictionSets> sets) {
        this.outputs = List.copyOf(outputs);
        this.values = values.clone();
        this.sets = sets;
    }

    /// The same predictions with intervals or sets.
    public abstract Predictions with(PredictionSets sets);

    /// The interval or set of each row; empty if the model has none.
    public Optional<PredictionSets> sets() {
        return sets;
    }

    /// The interval of a row.
    ///
    /// @param index which of the target columns
    /// @throws IllegalStateException if the model has no intervals
    public Interval interval(int row, int index) {
        if (sets.isPresent() && sets.get() instanceof Intervals intervals) {
            return intervals.at(row, index);
        }
        throw new IllegalStateException(
                "the model has no intervals: it predicts classes, or was fitted without a coverage");
    }

    /// The set of classes of a row.
    ///
    /// @param index which of the target columns
    /// @throws IllegalStateException if the model has no sets
    public List<String> set(int row, int index) {
        if (sets.isPresent() && sets.get() instanceof ClassSets classes) {
            return classes.at(row, index);
        }
        throw new IllegalStateException("the model has no sets: it predicts numbers, or was fitted without a coverage");
    }

    /// The form in which metrics read them.
    abstract Form form();

    private boolean areProbabilities() {
        return form() == Form.CLASSES || form() == Form.LABELS;
    }

    /// The name of each of a row's numbers.
    List<String> outputs() {
        return outputs;
    }

    /// The numbers themselves, to be read only: rows × outputs, row-major.
    double[] array() {
        return values;
    }

    double at(int row, int index) {
        return values[row * outputs.size() + index];
    }

    private int indexOf(String name) {
        int index = outputs.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "the model does not know \"%s\"; it knows %s".formatted(name, String.join(", ", outputs)));
        }
        return index;
    }

    /// Which of the target columns has a name; 0 if there are no sets, which is told when they are asked for.
    int columnOf(String name) {
        List<String> columns = sets.map(PredictionSets::columns).orElse(List.of(name));
        if (!columns.contains(name)) {
            throw new IllegalArgumentException(
                    "the model does not predict \"%s\"; it predicts %s".formatted(name, String.join(", ", columns)));
        }
        return columns.indexOf(name);
    }

    /// The count of rows.
    public int rows() {
        return values.length / outputs.size();
    }

    /// The names of the predictions of each row: a column, several, or a column's quantiles.
    public List<String> names() {
        return outputs;
    }

    /// A predicted cell as text.
    ///
    /// @param index which of the [#names]
    public String text(int row, int index) {
        return Double.toString(at(row, index));
    }

    /// The first predicted cell of a row as text.
    public String text(int row) {
        return text(row, 0);
    }

    /// All predicted cells of a row as text: the only one, or each with its name before it.
    public String textOfRow(int row) {
        return names().size() == 1
                ? text(row)
                : IntStream.range(0, names().size())
                        .mapToObj(index -> names().get(index) + " " + text(row, index))
                        .collect(Collectors.joining(", "));
    }

    /// Whether all predictions of a row are finite. Parameters that are NaN or infinite give
    /// others.
    public boolean isFinite(int row) {
        return IntStream.range(0, outputs.size()).allMatch(index -> Double.isFinite(at(row, index)));
    }

    /// A predicted number, in the column's unit.
    ///
    /// @param index which of the [#names]
    /// @throws IllegalStateException if classes or labels are predicted
    public double value(int row, int index) {
        if (areProbabilities()) {
            throw new IllegalStateException("the model predicts classes, not a number; ask for the text");
        }
        return at(row, index);
    }

    /// A predicted number by its name, in the column's unit.
    ///
    /// @throws IllegalArgumentException if there is no such name
    /// @throws IllegalStateException if classes or labels are predicted
    public double value(int row, String name) {
        return value(row, areProbabilities() ? 0 : indexOf(name));
    }

    /// The probability of a class or label, from 0 to 1.
    ///
    /// @throws IllegalArgumentException if there is no such name
    public double probability(int row, String name) {
        if (!areProbabilities()) {
            throw new IllegalArgumentException("the model predicts numbers, not the class \"%s\"".formatted(name));
        }
        return at(row, indexOf(name));
    }

    /// The scores of the predictions, with equal weights.
    ///
    /// @param actual the actual values: rows × columns, as [Target#actual] gives them
    public Metrics scores(double[] actual) {
        double[] weights = new double[rows()];
        Arrays.fill(weights, 1);
        return scores(actual, weights);
    }

    /// The scores of the predictions.
    ///
    /// @param actual the actual values: rows × columns
    /// @param weights how many rows each one counts for, not below 0
    public Metrics scores(double[] actual, double[] weights) {
        return Metrics.of(against(actual, weights));
    }

    /// The predictions with the actual values, as metrics read them.
    ///
    /// @param actual the actual values: rows × columns
    /// @param weights how many rows each one counts for, not below 0
    public ScoredRows against(double[] actual, double[] weights) {
        return ScoredRows.of(form(), values, outputs.size(), actual, weights);
    }

    /// The first predictions, each in a line.
    @Override
    public String toString() {
        return IntStream.range(0, Math.min(rows(), SHOWN))
                .mapToObj(row -> "\n" + new Prediction(this, row))
                .collect(Collectors.joining(
                        "",
                        String.format(Locale.ROOT, "%,d predictions of %s", rows(), String.join(", ", names())),
                        rows() > SHOWN ? "\n…" : ""));
    }
}
