package slope.report.model;

import java.util.List;
import java.util.Optional;
import slope.model.Model;
import slope.target.Amounts;
import slope.target.Classes;
import slope.target.DecisionWeights;
import slope.target.Quantiles;
import slope.target.Target;
import slope.target.TargetKind;
import slope.target.Threshold;

/// What a model predicts.
///
/// @param columns the target columns
/// @param classes of classification; of two, the second is positive
/// @param threshold the probability from which on the second of two classes is predicted; none where the likelier is
/// @param decisionWeights of each class, where the one with the largest weight · probability is predicted
/// @param quantiles the levels, where quantiles are predicted
/// @param power of the Tweedie distribution, above 1 and below 2
/// @param exposure the column that amounts are divided by
/// @param coverage how intervals or sets are made, if the model has them
public record TargetFacts(
        TargetKind kind,
        List<String> columns,
        Optional<List<String>> classes,
        Optional<Double> threshold,
        Optional<List<Double>> decisionWeights,
        Optional<List<Double>> quantiles,
        Optional<Double> power,
        Optional<String> exposure,
        Optional<ConformalFacts> coverage) {
    public TargetFacts {
        columns = List.copyOf(columns);
    }

    /// What a model predicts.
    public static TargetFacts of(Model model) {
        return of(model.target(), ConformalFacts.of(model));
    }

    /// What is predicted before there is a model.
    public static TargetFacts of(Target target) {
        return of(target, Optional.empty());
    }

    private static TargetFacts of(Target target, Optional<ConformalFacts> coverage) {
        return new TargetFacts(
                target.kind(),
                target.columns(),
                classes(target),
                threshold(target),
                decisionWeights(target),
                quantiles(target),
                power(target),
                exposure(target),
                coverage);
    }

    private static Optional<List<String>> classes(Target target) {
        return target instanceof Classes classes ? Optional.of(classes.classes()) : Optional.empty();
    }

    private static Optional<Double> threshold(Target target) {
        return target instanceof Classes classes ? classes.threshold().map(Threshold::probability) : Optional.empty();
    }

    private static Optional<List<Double>> decisionWeights(Target target) {
        return target instanceof Classes classes
                ? classes.decision()
                        .filter(DecisionWeights.class::isInstance)
                        .map(rule -> ((DecisionWeights) rule).weights())
                : Optional.empty();
    }

    private static Optional<List<Double>> quantiles(Target target) {
        return target instanceof Quantiles quantiles ? Optional.of(quantiles.levels()) : Optional.empty();
    }

    private static Optional<Double> power(Target target) {
        return target instanceof Amounts amounts && amounts.kind() == TargetKind.TWEEDIE
                ? Optional.of(amounts.power())
                : Optional.empty();
    }

    private static Optional<String> exposure(Target target) {
        return target instanceof Amounts amounts
                ? amounts.exposure().map(exposure -> exposure.column())
                : Optional.empty();
    }
}
