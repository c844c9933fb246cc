package slope.metric;

import slope.metric.ScoredRows.Form;

/// sqrt(1/n · Σ (y − ŷ)²), in the target's unit; of several columns, over all of them.
record RootMeanSquaredError() implements SummedMetric {
    @Override
    public String title() {
        return "rmse";
    }

    @Override
    public Better better() {
        return Better.LOWER;
    }

    @Override
    public boolean appliesTo(Form form, int width) {
        return form.areNumbers();
    }

    @Override
    public int sums(ScoredRows rows) {
        return rows.width();
    }

    @Override
    public int passes(ScoredRows rows) {
        return rows.width();
    }

    @Override
    public void add(ScoredRows rows, int row, int pass, double[] sums) {
        sums[pass] += squaredError(rows, row, pass);
    }

    @Override
    public double score(ScoredRows rows, double[] sums, double weight) {
        double squares = 0;
        for (double ofColumn : sums) {
            squares += ofColumn;
        }
        return Math.sqrt(squares / weight / rows.width());
    }

    /// w·(y − ŷ)².
    static double squaredError(ScoredRows rows, int row, int column) {
        double error = rows.actual(row, column) - rows.predicted(row, column);
        return rows.weight(row) * error * error;
    }
}
