package slope.metric;

import slope.metric.ScoredRows.Form;

/// The F1 of all labels: their confusion counts are added up.
record MicroF1() implements Metric {
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
    public double score(ScoredRows rows) {
        ConfusionCounts all = new ConfusionCounts();
        for (ConfusionCounts label : ConfusionCounts.of(rows)) {
            all.add(label);
        }
        return all.f1();
    }
}
