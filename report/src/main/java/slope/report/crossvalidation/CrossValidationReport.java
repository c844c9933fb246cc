package slope.report.crossvalidation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import slope.fit.CrossValidation;
import slope.fit.FoldSpread;
import slope.metric.Metric;
import slope.report.json.PageReport;
import slope.report.model.CoverageFacts;
import slope.report.model.ScoreFacts;
import slope.report.model.TargetFacts;
import slope.run.CrossValidatedTable;

/// Scores of a cross-validation.
///
/// @param table that was scored
/// @param task what is predicted
/// @param folds how they were drawn
/// @param scores the means of the folds
/// @param scoresOfFolds each fold
/// @param coverage of the intervals or sets, for each target column; none where no coverage was asked for
public record CrossValidationReport(
        ScoredTable table,
        TargetFacts task,
        DrawnFolds folds,
        MeanScores scores,
        List<FoldScores> scoresOfFolds,
        List<FoldCoverage> coverage)
        implements PageReport {

    public CrossValidationReport {
        scoresOfFolds = List.copyOf(scoresOfFolds);
        coverage = List.copyOf(coverage);
    }

    /// The coverage of a target column.
    ///
    /// @param column its name
    /// @param asked the share of rows whose actual value their interval or set is to hold
    /// @param reached that of all rows of the first repeat, each by the model of its fold
    public record FoldCoverage(String column, double asked, CoverageFacts.Reached reached) {}

    /// A table.
    ///
    /// @param file as it was named
    /// @param rows that were scored in each repeat
    public record ScoredTable(String file, int rows) {}

    /// The folds.
    ///
    /// @param count of each repeat
    /// @param repeats how often they were drawn
    /// @param group the column whose rows stay in one fold, if there is one
    /// @param chosenBy the metric that chose the epochs of each model
    /// @param seconds that all took
    public record DrawnFolds(int count, int repeats, Optional<String> group, String chosenBy, double seconds) {}

    /// The means of the folds, by metric.
    ///
    /// @param better higher, lower or neither
    /// @param model the scores of the model
    /// @param aboveBaseline model − the best constant prediction, fold by fold
    /// @param aboveLinear model − ridge, logistic or Poisson regression, fold by fold; empty where there is none
    public record MeanScores(
            Map<String, Metric.Better> better,
            Map<String, FoldSpread> model,
            Map<String, FoldSpread> aboveBaseline,
            Map<String, FoldSpread> aboveLinear) {
        private static MeanScores of(CrossValidation.Result result) {
            Map<String, Metric.Better> better = new LinkedHashMap<>();
            Map<String, FoldSpread> model = new LinkedHashMap<>();
            Map<String, FoldSpread> aboveBaseline = new LinkedHashMap<>();
            Map<String, FoldSpread> aboveLinear = new LinkedHashMap<>();
            boolean hasLinear = result.folds().getFirst().linear().isPresent();
            for (Metric metric : result.metrics()) {
                better.put(metric.title(), metric.better());
                model.put(metric.title(), result.spread(metric));
                aboveBaseline.put(metric.title(), result.aboveBaseline(metric));
                if (hasLinear) {
                    aboveLinear.put(metric.title(), result.aboveLinear(metric));
                }
            }
            return new MeanScores(better, model, aboveBaseline, aboveLinear);
        }
    }

    /// The scores of one fold.
    ///
    /// @param repeat from 1
    /// @param fold from 1
    /// @param rows of its model
    /// @param model scores by metric
    /// @param baseline those of the best constant prediction for the training rows
    /// @param linear those of ridge, logistic or Poisson regression; empty where there is none
    public record FoldScores(
            int repeat,
            int fold,
            CrossValidation.FoldRows rows,
            Map<String, Double> model,
            Map<String, Double> baseline,
            Map<String, Double> linear) {
        private static FoldScores of(CrossValidation.Fold fold) {
            return new FoldScores(
                    fold.repeat(),
                    fold.fold(),
                    fold.rows(),
                    ScoreFacts.of(fold.model()),
                    ScoreFacts.of(fold.baseline()),
                    fold.linear().map(ScoreFacts::of).orElse(Map.of()));
        }
    }

    /// The report of a cross-validation.
    public static CrossValidationReport of(CrossValidatedTable validated) {
        CrossValidation.Result result = validated.result();
        return new CrossValidationReport(
                new ScoredTable(
                        validated.request().table().name(), result.pooled().rows()),
                TargetFacts.of(validated.plan().target()),
                new DrawnFolds(
                        validated.folds(),
                        validated.repeats(),
                        validated.request().estimator().rows().group(),
                        validated.plan().metric().title(),
                        validated.seconds()),
                MeanScores.of(result),
                result.folds().stream().map(FoldScores::of).toList(),
                validated.request().estimator().rows().coverage().stream()
                        .map(choice -> choice.coverage().value())
                        .flatMap(asked -> result.coverage().stream()
                                .map(reached ->
                                        new FoldCoverage(reached.of(), asked, CoverageFacts.Reached.of(reached))))
                        .toList());
    }

    @Override
    public String report() {
        return "cross-validation";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String text(int width) {
        return new CrossValidationText(this).within(width);
    }

    @Override
    public String page() {
        return new CrossValidationPage(this).html();
    }
}
