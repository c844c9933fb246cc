package slope.report.crossvalidation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import slope.fit.CrossValidation;
import slope.fit.FoldSpread;
import slope.metric.Metric;
import slope.report.json.Report;
import slope.report.model.ScoreFacts;
import slope.report.model.TargetFacts;
import slope.run.CrossValidatedTable;

/// Scores of a cross-validation.
///
/// @param file the table as it was named
/// @param rows that were scored in each repeat
/// @param task what is predicted
/// @param folds of each repeat
/// @param repeats how often folds were drawn
/// @param group the column whose rows stay in one fold, if there is one
/// @param seconds that it took
/// @param chosenBy the metric that chose the epochs of each model
/// @param better higher, lower or neither, for each metric
/// @param scores the mean of the folds, by metric
/// @param aboveBaseline model − the best constant prediction, fold by fold
/// @param aboveLinear model − ridge, logistic or Poisson regression, fold by fold; empty where there is none
/// @param scoresOfFolds each fold
public record CrossValidationReport(
        String file,
        int rows,
        TargetFacts task,
        int folds,
        int repeats,
        Optional<String> group,
        double seconds,
        String chosenBy,
        Map<String, Metric.Better> better,
        Map<String, FoldSpread> scores,
        Map<String, FoldSpread> aboveBaseline,
        Map<String, FoldSpread> aboveLinear,
        List<FoldScores> scoresOfFolds)
        implements Report {

    public CrossValidationReport {
        scoresOfFolds = List.copyOf(scoresOfFolds);
    }

    /// The scores of one fold.
    ///
    /// @param repeat from 1
    /// @param fold from 1
    /// @param trainingRows that its model was fitted to
    /// @param testRows that it predicted
    /// @param model scores by metric
    /// @param baseline those of the best constant prediction for the training rows
    /// @param linear those of ridge, logistic or Poisson regression; empty where there is none
    public record FoldScores(
            int repeat,
            int fold,
            int trainingRows,
            int testRows,
            Map<String, Double> model,
            Map<String, Double> baseline,
            Map<String, Double> linear) {}

    /// The report of a cross-validation.
    public static CrossValidationReport of(CrossValidatedTable validated) {
        CrossValidation.Result result = validated.result();
        Map<String, Metric.Better> better = new LinkedHashMap<>();
        Map<String, FoldSpread> scores = new LinkedHashMap<>();
        Map<String, FoldSpread> aboveBaseline = new LinkedHashMap<>();
        Map<String, FoldSpread> aboveLinear = new LinkedHashMap<>();
        boolean hasLinear = result.folds().getFirst().linear().isPresent();
        for (Metric metric : result.metrics()) {
            better.put(metric.title(), metric.better());
            scores.put(metric.title(), result.spread(metric));
            aboveBaseline.put(metric.title(), result.aboveBaseline(metric));
            if (hasLinear) {
                aboveLinear.put(metric.title(), result.aboveLinear(metric));
            }
        }
        List<FoldScores> folds = new ArrayList<>();
        for (CrossValidation.Fold fold : result.folds()) {
            folds.add(new FoldScores(
                    fold.repeat(),
                    fold.fold(),
                    fold.trainingRows(),
                    fold.testRows(),
                    ScoreFacts.of(fold.model()),
                    ScoreFacts.of(fold.baseline()),
                    fold.linear().map(ScoreFacts::of).orElse(Map.of())));
        }
        return new CrossValidationReport(
                validated.request().table().name(),
                result.pooled().rows(),
                TargetFacts.of(validated.plan().target()),
                validated.folds(),
                validated.repeats(),
                validated.request().estimator().rows().group(),
                validated.seconds(),
                validated.plan().metric().title(),
                better,
                scores,
                aboveBaseline,
                aboveLinear,
                folds);
    }

    @Override
    public String report() {
        return "cross-validation";
    }

    @Override
    public int version() {
        return 1;
    }

    /// The report for people.
    ///
    /// @param width the maximum width of a line
    public String text(int width) {
        return new CrossValidationText(this).within(width);
    }
}
