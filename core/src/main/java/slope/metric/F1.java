package slope.metric;

import slope.metric.ScoredRows.Form;

/// 2·TP / (2·TP + FN + FP) for the second of two classes.
record F1() implements Metric {
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
    public double score(ScoredRows rows) {
        return ConfusionCounts.of(rows)[1].f1();
    }
}
