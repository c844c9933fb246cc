package slope.metric;

import slope.metric.ScoredRows.Form;

/// sqrt(1/n · Σ (y − ŷ)²), in the target's unit; of several columns, over all of them.
record RootMeanSquaredError() implements Metric {
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
    public double score(ScoredRows rows) {
        double squares = 0;
        for (int column = 0; column < rows.width(); column++) {
            squares += squares(rows, column);
        }
        return Math.sqrt(squares / rows.weight() / rows.width());
    }

    /// Σ (y − ŷ)² of a column.
    static double squares(ScoredRows rows, int column) {
        double squares = 0;
        for (int row = 0; row < rows.rows(); row++) {
            double error = rows.actual(row, column) - rows.predicted(row, column);
            squares += rows.weight(row) * error * error;
        }
        return squares;
    }
}
