package slope.metric;

import java.util.Arrays;
import slope.metric.ScoredRows.Form;

/// The mean of the F1 of each class, or of each label, that some row has: one that none has takes no
/// part, also where it is predicted; those predictions count against the classes the rows do have.
/// As scikit-learn's `f1_score(…, average="macro", labels=…)` with the labels of the actual rows.
record MacroF1() implements SummedMetric {
    @Override
    public String title() {
        return "macro-f1";
    }

    @Override
    public Better better() {
        return Better.HIGHER;
    }

    @Override
    public boolean appliesTo(Form form, int width) {
        return form == Form.LABELS || (form == Form.CLASSES && width > 2);
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
        ConfusionCounts[] units = Arrays.stream(ConfusionCounts.of(sums))
                .filter(unit -> unit.actual() > 0)
                .toArray(ConfusionCounts[]::new);
        if (rows.form() == Form.CLASSES) {
            // Saved models hold scores to the last bit, so this mean is summed in another order
            // than that of labels.
            return Arrays.stream(units)
                    .mapToDouble(ConfusionCounts::f1)
                    .average()
                    .orElse(Double.NaN);
        }
        double mean = units.length == 0 ? Double.NaN : 0;
        for (ConfusionCounts unit : units) {
            mean += unit.f1() / units.length;
        }
        return mean;
    }
}
