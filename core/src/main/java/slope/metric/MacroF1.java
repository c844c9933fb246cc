package slope.metric;

import java.util.Arrays;
import slope.metric.ScoredRows.Form;

/// The mean of the F1 of each class, or of each label.
record MacroF1() implements Metric {
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
    public double score(ScoredRows rows) {
        ConfusionCounts[] units = ConfusionCounts.of(rows);
        if (rows.form() == Form.CLASSES) {
            // Saved models hold scores to the last bit, so this mean is summed in another order
            // than that of labels.
            return Arrays.stream(units)
                    .mapToDouble(ConfusionCounts::f1)
                    .average()
                    .orElse(Double.NaN);
        }
        double mean = 0;
        for (ConfusionCounts unit : units) {
            mean += unit.f1() / units.length;
        }
        return mean;
    }
}
