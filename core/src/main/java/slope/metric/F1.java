package slope.metric;

import slope.metric.ScoredRows.Form;

/// 2·TP / (2·TP + FN + FP) for the second of two classes.
record F1() implements SummedMetric {
    @Override
    public String title() {
        return "f1";
    }

    @Override
    public Better better() {
        return Better.HIGHER;
    }

    @Override
    public boolean appliesTo(Form form, int width) {
        return form == Form.CLASSES && width == 2;
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
        return ConfusionCounts.of(sums)[1].f1();
    }
}
