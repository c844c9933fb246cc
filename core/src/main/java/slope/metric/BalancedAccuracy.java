package slope.metric;

import java.util.Arrays;
import slope.metric.ScoredRows.Form;

/// The mean recall of the classes that occur: as high for a rare class as for a common one. As
/// scikit-learn's `balanced_accuracy_score`.
record BalancedAccuracy() implements SummedMetric {
    @Override
    public String title() {
        return "balanced-accuracy";
    }

    @Override
    public Better better() {
        return Better.HIGHER;
    }

    @Override
    public boolean appliesTo(Form form, int width) {
        return form == Form.CLASSES;
    }

    @Override
    public int sums(ScoredRows rows) {
        return ConfusionCounts.sums(rows);
    }

    @Override
    public void add(ScoredRows rows, int row, int pass, double[] sums) {
        ConfusionCounts.add(rows, row, sums);
    }

    @Override
    public double score(ScoredRows rows, double[] sums, double weight) {
        return Arrays.stream(ConfusionCounts.of(sums))
                .filter(counts -> counts.actual() > 0)
                .mapToDouble(counts -> counts.truePositives() / counts.actual())
                .average()
                .orElse(Double.NaN);
    }
}
