package slope.report.comparison;

import java.util.Optional;
import slope.report.json.PageReport;
import slope.report.model.TargetFacts;
import slope.run.ModelAndRows;

/// Two models on the same rows.
///
/// @param models that are compared
/// @param task what they predict
/// @param rows that they were scored on
/// @param scores of both, and their differences
/// @param agreement where they agree, and where not
/// @param by scores by the values of a column, if they are asked for
public record ComparisonReport(
        ComparedModels models,
        TargetFacts task,
        ScoredRowFacts rows,
        ComparedScores scores,
        AgreementFacts agreement,
        Optional<ComparedValues> by)
        implements PageReport {

    /// Compares two models on the rows of a file, which each reads as in its training.
    ///
    /// @param first a model and the rows
    /// @param second another model and the same rows
    /// @throws slope.table.DataException if the rows cannot be read or scored, the models predict different
    ///     columns, or one of them learned from the rows and that is not accepted
    public static ComparisonReport of(ModelAndRows first, ModelAndRows second, ComparisonRequest request) {
        return new Comparing(first, second, request).report();
    }

    @Override
    public String report() {
        return "comparison";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String text(int width) {
        return new ComparisonText(this).within(width);
    }

    @Override
    public String page() {
        return new ComparisonPage(this).html();
    }
}
