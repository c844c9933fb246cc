package slope.metric;

import slope.metric.ScoredRows.Form;

/// The F1 of all labels: their confusion counts are added up.
record MicroF1() implements SummedMetric {
    @Override
    public String title() {
        return "micro-f1";
    }

    @Override
    public Better better() {
        return Better.HIGHER;
    }

    @Override
    public boolean appliesTo(Form form, int width) {
        return form == Form.LABELS;
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
        ConfusionCounts all = new ConfusionCounts();
        for (ConfusionCounts label : ConfusionCounts.of(sums)) {
            all.add(label);
        }
        return all.f1();
    }
}
