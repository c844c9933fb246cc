package slope.metric;

import slope.metric.ScoredRows.Form;

/// Matthews correlation coefficient of actual and predicted classes: 1 if all are right, 0 for a
/// guess, and where only one class is predicted or occurs. For any number of classes: R_K of
/// Gorodkin 2004, as scikit-learn's `matthews_corrcoef`. Of n rows c are right, and tₖ of class k,
/// predicted pₖ times: (c·n − Σ pₖ·tₖ) / sqrt((n² − Σ pₖ²)·(n² − Σ tₖ²)).
record MatthewsCorrelation() implements SummedMetric {
    @Override
    public String title() {
        return "mcc";
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
        ConfusionCounts[] classes = ConfusionCounts.of(sums);
        double covariance = 0;
        double actual = 0;
        double predicted = 0;
        for (ConfusionCounts one : classes) {
            covariance += one.truePositives() * weight - one.predicted() * one.actual();
            for (ConfusionCounts other : classes) {
                // n² − Σ tₖ² by pairs of classes, which is exactly 0 where one class occurs.
                actual += one == other ? 0 : one.actual() * other.actual();
                predicted += one == other ? 0 : one.predicted() * other.predicted();
            }
        }
        return actual == 0 || predicted == 0 ? 0 : covariance / Math.sqrt(actual * predicted);
    }
}
