package slope.metric;

import slope.metric.ScoredRows.Form;

/// A custom metric, defined by the user.
///
///     record WithinOneYear() implements CustomMetric {
///         public String title() { return "within a year"; }
///         public Better better() { return Better.HIGHER; }
///         public boolean appliesTo(Form form, int width) { return form.areNumbers(); }
///         public double score(ScoredRows rows) {
///             double near = 0;
///             for (int row = 0; row < rows.rows(); row++) {
///                 near += Math.abs(rows.actual(row, 0) - rows.predicted(row, 0)) <= 1 ? rows.weight(row) : 0;
///             }
///             return near / rows.weight();
///         }
///     }
///
/// It can choose the best epoch, unless neither way is better, and then stands among the scores of
/// the training. The same rows must give the same bits on every machine: `StrictMath.log`, not
/// `Math.log`. A metric is found by `equals`: make it a record, or keep one object of it.
public non-sealed interface CustomMetric extends Metric {

    /// Not known of a custom metric.
    @Override
    default double best() {
        return Double.NaN;
    }

    /// Whether it is defined for such predictions: for all, unless it says otherwise.
    @Override
    default boolean appliesTo(Form form, int width) {
        return true;
    }
}
