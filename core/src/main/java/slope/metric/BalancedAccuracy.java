package slope.metric;

import java.util.Arrays;
import slope.metric.ScoredRows.Form;

/// The mean recall of the classes that occur: as high for a rare class as for a common one. As
/// scikit-learn's `balanced_accuracy_score`.
record BalancedAccuracy() implements Metric {
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
    public double score(ScoredRows rows) {
        return Arrays.stream(ConfusionCounts.of(rows))
                .filter(counts -> counts.actual() > 0)
                .mapToDouble(counts -> counts.truePositives() / counts.actual())
                .average()
                .orElse(Double.NaN);
    }
}
