package slope.fit;

import java.util.List;
import java.util.Optional;
import slope.metric.ScoredRows;
import slope.model.Model;
import slope.recipe.CalibrationChoice;
import slope.recipe.Setting;
import slope.target.Classes;
import slope.target.DecisionRule;
import slope.target.Target;
import slope.target.TemperatureScaling;

/// What the mean of the networks' outputs goes through before it is a prediction: calibration, and a rule for which
/// class is predicted. It is fitted to rows that the networks were not trained on.
///
/// @param target with its rule of decisions
/// @param calibration of probabilities; empty where numbers are predicted, or none was asked for
public record PostProcessing(Target target, Optional<TemperatureScaling> calibration) {

    /// That of a fit.
    ///
    /// @param target without a rule of decisions
    /// @param decoded of the rows, as [Target#decode] gives them
    /// @param actual of the rows, as [Target#actual] gives them
    /// @param weights how many rows each one counts for
    public static PostProcessing fit(FitPlan plan, Target target, double[] decoded, double[] actual, double[] weights) {
        boolean isAsked =
                plan.settings().getOr(Setting.CALIBRATION, CalibrationChoice.NONE) == CalibrationChoice.TEMPERATURE;
        List<Double> classWeights = plan.classWeights();
        Optional<TemperatureScaling> calibration =
                isAsked ? TemperatureScaling.fit(target, decoded, actual, weights, classWeights) : Optional.empty();
        double[] calibrated =
                calibration.map(found -> found.apply(target, decoded)).orElse(decoded);
        // Calibration takes the class weights out of the probabilities; what is predicted still depends on them.
        Optional<DecisionRule> ofWeights =
                isAsked && !classWeights.isEmpty() ? Optional.of(DecisionRule.of(classWeights)) : Optional.empty();
        Optional<DecisionRule> rule = plan.estimator()
                .target()
                .threshold()
                .<DecisionRule>map(choice -> choice.on(rows(target, calibrated, actual, weights)))
                .or(() -> ofWeights);
        return new PostProcessing(
                rule.<Target>map(found -> ((Classes) target).with(found)).orElse(target), calibration);
    }

    private static ScoredRows rows(Target target, double[] decoded, double[] actual, double[] weights) {
        return target.predictions(decoded).against(actual, weights);
    }

    /// Decoded outputs, calibrated.
    public double[] calibrated(double[] decoded) {
        return calibration.map(found -> found.apply(target, decoded)).orElse(decoded);
    }

    /// The model with it.
    public Model of(Model model) {
        Model calibrated = calibration.map(model::with).orElse(model);
        return target instanceof Classes classes
                ? classes.decision().map(calibrated::with).orElse(calibrated)
                : calibrated;
    }
}
