package slope.target;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import slope.internal.table.TargetRows;
import slope.loss.Loss;
import slope.loss.MultiClassCrossEntropy;
import slope.metric.Metric;
import slope.metric.ScoredRows;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.DataException;
import slope.table.NumberColumn;
import slope.table.Place;
import slope.table.Spelling;
import slope.table.Table;

/// A target of two or more classes, numbered from 0. The network has a logit for each class, or of
/// two classes for the second one alone.
///
/// @param column the column's name
/// @param classes at least two, in order; of two, the second is positive
/// @param decision which class is predicted; if empty, the likeliest is
public record Classes(String column, List<String> classes, Optional<DecisionRule> decision) implements Target {
    /// More whole numbers than this are hardly the codes of classes.
    private static final int MOST_CODES = 50;

    /// Whole numbers count as classes if the rarest has at least this share of an equal part:
    /// counts become rarer towards large values instead.
    private static final double RAREST = 0.25;

    /// Classes of which the likeliest is predicted.
    public Classes(String column, List<String> classes) {
        this(column, classes, Optional.empty());
    }

    public Classes {
        classes = List.copyOf(classes);
        if (decision.isPresent()) {
            decision.get().requireFor(classes.size());
        }
    }

    /// The distinct values of the rows.
    ///
    /// @throws DataException if there is only one
    static Classes fit(Column rows) {
        TargetRows.refuseEmpty(rows);
        List<String> classes = TargetClasses.of(rows);
        if (classes.size() == 1) {
            throw new DataException("column \"%s\" has one value only, \"%s\"; a target needs at least two values"
                    .formatted(rows.name(), classes.getFirst()));
        }
        return new Classes(rows.name(), classes);
    }

    static Classes fit(TargetChoice choice, Table rows) {
        return fit(choice.onlyColumn(TargetKind.MULTICLASS, rows));
    }

    static Classes fitBinary(TargetChoice choice, Table rows) {
        Classes fitted = fit(choice.onlyColumn(TargetKind.BINARY, rows));
        if (fitted.width() != 2) {
            throw new DataException(String.format(
                    Locale.ROOT,
                    "column \"%s\" has %,d different values; binary classification needs two, \"multiclass\" takes"
                            + " more",
                    fitted.column,
                    fitted.width()));
        }
        return fitted;
    }

    /// Whether numbers look like classes: there are two of them, or they are 0, 1, … to k − 1 and
    /// none is rare.
    static boolean areCodes(NumberColumn numbers) {
        SortedMap<Double, Integer> counts = counts(numbers);
        return counts.size() == 2 || areCodesFrom(0, counts);
    }

    /// Whether numbers may be classes and may be amounts, such as ratings: they are 1, 2, … to k and
    /// none is rare.
    static boolean mayBeCodes(NumberColumn numbers) {
        return areCodesFrom(1, counts(numbers));
    }

    /// How often each number occurs; no more of them than could be codes, and one.
    private static SortedMap<Double, Integer> counts(NumberColumn numbers) {
        SortedMap<Double, Integer> counts = new TreeMap<>();
        for (int row = 0; row < numbers.rows() && counts.size() <= MOST_CODES; row++) {
            counts.merge(numbers.value(row) + 0.0, 1, Integer::sum); // −0.0 becomes 0.0
        }
        return counts;
    }

    private static boolean areCodesFrom(int first, SortedMap<Double, Integer> counts) {
        int rows = counts.values().stream().mapToInt(Integer::intValue).sum();
        int rarest = counts.values().stream().mapToInt(Integer::intValue).min().orElse(0);
        return counts.size() >= 3
                && counts.size() <= MOST_CODES
                && counts.firstKey() == first
                && counts.lastKey() == first + counts.size() - 1
                && counts.keySet().stream().allMatch(number -> number == Math.rint(number))
                && rarest >= RAREST * rows / counts.size();
    }

    /// The same two classes, this one as the second.
    ///
    /// @throws DataException if it is none of them
    Classes withPositive(String name) {
        if (!classes.contains(name)) {
            throw new DataException("column \"%s\" has no class \"%s\"; its classes are %s"
                    .formatted(column, name, String.join(" and ", classes)));
        }
        return classes.getLast().equals(name) ? this : new Classes(column, classes.reversed());
    }

    /// The same classes, of which another one may be predicted.
    ///
    /// @throws IllegalArgumentException if it is a rule for another number of classes
    public Classes with(DecisionRule decision) {
        return new Classes(column, classes, Optional.of(decision));
    }

    /// The probability from which on the second of two classes is predicted; empty without one.
    public Optional<Threshold> threshold() {
        return decision.filter(Threshold.class::isInstance).map(Threshold.class::cast);
    }

    @Override
    public TargetKind kind() {
        return classes.size() == 2 ? TargetKind.BINARY : TargetKind.MULTICLASS;
    }

    @Override
    public List<String> columns() {
        return List.of(column);
    }

    /// Classes come from all rows, so that one which only validation rows have is known by name.
    @Override
    public Classes fittedTo(Table training) {
        return this;
    }

    @Override
    public Classes renamed(List<Column> columns) {
        return renamed(columns.getFirst());
    }

    Classes renamed(Column other) {
        for (String found : TargetClasses.of(other)) {
            if (!classes.contains(found)) {
                throw new DataException(
                        "column \"%s\" has \"%s\", but the network's classes are %s; write those instead"
                                .formatted(other.name(), found, String.join(", ", classes)));
            }
        }
        return new Classes(other.name(), classes);
    }

    @Override
    public boolean averagesWith(Target other) {
        return equals(other);
    }

    /// The class of each row, as its index in [#classes].
    @Override
    public float[] encode(Table table) {
        Column cells = table.column(column);
        Spelling spelling = cells instanceof CategoryColumn texts ? texts.spelling() : Spelling.SPACES_COUNT;
        Map<String, Integer> numberOf = new HashMap<>();
        for (int number = 0; number < classes.size(); number++) {
            numberOf.putIfAbsent(spelling.plain(classes.get(number)), number);
            numberOf.put(classes.get(number), number);
        }
        float[] numbers = new float[cells.rows()];
        for (int row = 0; row < numbers.length; row++) {
            TargetRows.refuseMissing(cells, row);
            String text = cells.text(row);
            Integer known = numberOf.get(text);
            Integer number = known == null ? numberOf.get(spelling.plain(text)) : known;
            if (number == null) {
                throw DataException.at(
                        Place.ofCell(cells.name(), row),
                        "\"" + text + "\"",
                        "the classes seen in training are " + String.join(", ", classes));
            }
            numbers[row] = number;
        }
        return numbers;
    }

    @Override
    public double[] actual(Table table) {
        return TargetRows.widened(encode(table));
    }

    @Override
    public int width() {
        return classes.size();
    }

    @Override
    public int minimumOutputs() {
        return classes.size() == 2 ? 1 : classes.size();
    }

    /// The probabilities of each row's classes, in double: there are few numbers a row, so
    /// precision is cheap. `StrictMath`, because the bits of `Math.exp` may differ between
    /// machines.
    @Override
    public double[] decode(float[] outputs, Table rows) {
        return outputs.length == rows.rows() ? sigmoidPairs(outputs) : softmaxRows(outputs);
    }

    /// The probabilities of both classes from the second one's logit.
    private static double[] sigmoidPairs(float[] logits) {
        double[] probabilities = new double[2 * logits.length];
        for (int row = 0; row < logits.length; row++) {
            // Both through their own exponential: 1 − p would lose the digits of a small probability.
            probabilities[2 * row] = 1 / (1 + StrictMath.exp(logits[row]));
            probabilities[2 * row + 1] = 1 / (1 + StrictMath.exp(-logits[row]));
        }
        return probabilities;
    }

    /// Softmax: e^(z_j − max) / Σ e^(z_k − max) for each row; subtracting the largest keeps the
    /// exponentials finite.
    private double[] softmaxRows(float[] logits) {
        double[] probabilities = new double[logits.length];
        for (int start = 0; start < logits.length; start += classes.size()) {
            float largest = Float.NEGATIVE_INFINITY;
            for (int index = 0; index < classes.size(); index++) {
                largest = Math.max(largest, logits[start + index]);
            }
            double sum = 0;
            for (int index = 0; index < classes.size(); index++) {
                probabilities[start + index] = StrictMath.exp(logits[start + index] - largest);
                sum += probabilities[start + index];
            }
            for (int index = 0; index < classes.size(); index++) {
                probabilities[start + index] /= sum;
            }
        }
        return probabilities;
    }

    @Override
    public ClassPredictions predictions(double[] decoded) {
        return new ClassPredictions(column, classes, decoded, decision);
    }

    @Override
    public Loss loss(int outputs, LossOptions options) {
        return outputs == 1 ? Loss.binaryCrossEntropy() : new MultiClassCrossEntropy(options.labelSmoothing());
    }

    @Override
    public Metric metric() {
        return classes.size() == 2 ? Metric.LOG_LOSS : Metric.ACCURACY;
    }

    @Override
    public ScoredRows.Form form() {
        return ScoredRows.Form.CLASSES;
    }

    /// The most frequent class, whatever the rule of decisions.
    @Override
    public Predictions baseline(double[] constant, Table rows) {
        return decision.isEmpty()
                ? Target.super.baseline(constant, rows)
                : new Classes(column, classes).baseline(constant, rows);
    }

    /// Each class's share of the training rows, so that the likeliest is the most frequent one.
    @Override
    public double[] constant(Table training) {
        double[] shares = new double[classes.size()];
        int[] counts = new int[shares.length];
        for (float index : encode(training)) {
            shares[(int) index] += 1.0 / training.rows();
            counts[(int) index]++;
        }
        Arrays.setAll(shares, index -> counts[index] == training.rows() ? 1 : shares[index]); // not 1 + 4e-16
        return shares;
    }

    @Override
    public boolean isClassification() {
        return true;
    }
}
