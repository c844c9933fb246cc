package slope.report.explanation;

import java.util.List;
import java.util.Optional;
import slope.explain.Twins;
import slope.report.json.PageReport;
import slope.run.ModelAndRows;

/// Why a model predicts what it does.
///
/// @param model the model and the rows that it is explained by
/// @param columns which of them matter; none where one row is explained
/// @param dependence how predictions depend on some columns
/// @param attributions how columns move the predictions of rows; of one, if it is asked for
/// @param counterfactuals what would lead to another prediction of the row that is asked for
/// @param by scores by the values of a column, if they are asked for
public record ExplanationReport(
        ExplainedModel model,
        Optional<ColumnFacts> columns,
        DependenceFacts dependence,
        AttributionFacts attributions,
        Optional<CounterfactualFacts> counterfactuals,
        Optional<SubgroupFacts> by)
        implements PageReport {

    /// Explains what is asked for.
    ///
    /// @throws slope.table.DataException if the rows cannot be read or lack a column, or what is asked for
    ///     does not fit the model
    public static ExplanationReport of(ModelAndRows given, ExplanationRequest request) {
        return new Explaining(given, Optional.empty(), request).report();
    }

    /// The same with other rows as background: contributions add up from their mean, and other values of a row
    /// are theirs.
    ///
    /// @param background rows for the same model
    /// @throws slope.table.DataException as of the other one
    public static ExplanationReport of(ModelAndRows given, ModelAndRows background, ExplanationRequest request) {
        return new Explaining(given, Optional.of(background), request).report();
    }

    /// Which columns matter.
    ///
    /// @param importance by permutation; none where no row has a target
    /// @param twins near-copies, which share their importance
    public record ColumnFacts(Optional<ImportanceFacts> importance, List<Twins> twins) {
        public ColumnFacts {
            twins = List.copyOf(twins);
        }
    }

    @Override
    public String report() {
        return "explanation";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String text(int width) {
        return new ExplanationText(this).within(width);
    }

    @Override
    public String page() {
        return new ExplanationPage(this).html();
    }
}
