package slope.evaluation;

import java.util.ArrayList;
import java.util.List;
import slope.metric.Metric;
import slope.metric.ScoredRows;
import slope.metric.ScoredRows.Form;

/// A class against all others, or a label, on rows with known targets. Scores are weighted; curves and
/// bins count each row once.
public final class ClassEvaluation {
    private final String name;
    private final double[] probabilities;
    private final boolean[] observed;
    private final boolean[] predicted;
    private final double[] weights;

    private ClassEvaluation(String name, ScoredRows rows, int index) {
        this.name = name;
        this.probabilities = new double[rows.rows()];
        this.observed = new boolean[rows.rows()];
        this.predicted = new boolean[rows.rows()];
        this.weights = new double[rows.rows()];
        boolean areLabels = rows.form() == Form.LABELS;
        for (int row = 0; row < rows.rows(); row++) {
            probabilities[row] = rows.predicted(row, index);
            observed[row] = areLabels ? rows.isActual(row, index) : rows.actual(row) == index;
            predicted[row] = areLabels ? rows.isPredicted(row, index) : rows.predicted(row) == index;
            weights[row] = rows.weight(row);
        }
    }

    /// One for each class or label.
    ///
    /// @param names of classes or labels
    static List<ClassEvaluation> of(List<String> names, ScoredRows rows) {
        List<ClassEvaluation> all = new ArrayList<>();
        for (String name : names) {
            all.add(new ClassEvaluation(name, rows, all.size()));
        }
        return all;
    }

    /// The class or label.
    public String name() {
        return name;
    }

    /// AUC, precision, recall and F1.
    public ClassScores scores() {
        double[] actual = new double[observed.length];
        int support = 0;
        double truePositives = 0;
        double falsePositives = 0;
        double falseNegatives = 0;
        for (int row = 0; row < observed.length; row++) {
            actual[row] = observed[row] ? 1 : 0;
            support += observed[row] ? 1 : 0;
            truePositives += observed[row] && predicted[row] ? weights[row] : 0;
            falsePositives += !observed[row] && predicted[row] ? weights[row] : 0;
            falseNegatives += observed[row] && !predicted[row] ? weights[row] : 0;
        }
        return new ClassScores(
                name,
                support,
                ScoredRows.of(Form.LABELS, probabilities, 1, actual, weights).score(Metric.AUC),
                share(truePositives, truePositives + falsePositives),
                share(truePositives, truePositives + falseNegatives),
                share(2 * truePositives, 2 * truePositives + falseNegatives + falsePositives));
    }

    /// How often it occurs and is predicted.
    public ClassRates rates() {
        double all = 0;
        double actual = 0;
        double probability = 0;
        double truePositives = 0;
        double falsePositives = 0;
        for (int row = 0; row < observed.length; row++) {
            all += weights[row];
            actual += observed[row] ? weights[row] : 0;
            probability += weights[row] * probabilities[row];
            truePositives += observed[row] && predicted[row] ? weights[row] : 0;
            falsePositives += !observed[row] && predicted[row] ? weights[row] : 0;
        }
        return new ClassRates(
                actual / all,
                probability / all,
                (truePositives + falsePositives) / all,
                truePositives / actual,
                falsePositives / (all - actual));
    }

    private static double share(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }

    /// The points of the ROC and precision–recall curves.
    public ThresholdCurve curve() {
        return ThresholdCurve.of(probabilities, observed);
    }

    /// Predicted probabilities beside observed rates.
    public Calibration calibration() {
        return Calibration.of(probabilities, observed);
    }

    @Override
    public String toString() {
        return scores().toString();
    }
}
