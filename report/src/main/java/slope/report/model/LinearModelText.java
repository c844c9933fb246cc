package slope.report.model;

import java.util.Map;
import java.util.Optional;
import slope.internal.text.Numerals;

/// What a linear model reaches beside a network, for people.
public final class LinearModelText {
    private LinearModelText() {}

    /// Such as `accuracy 0.9826 on the validation rows; this model 0.9913`.
    ///
    /// @param metric the one that is told
    /// @param linear scores of the linear model, by metric
    /// @param model scores of the model on the same rows
    /// @return empty if there is no such score
    public static Optional<String> of(String metric, Map<String, Double> linear, Map<String, Double> model) {
        return Optional.ofNullable(linear.get(metric))
                .map(score -> "%s %s on the validation rows; this model %s"
                        .formatted(
                                metric, Numerals.score(score), Numerals.score(model.getOrDefault(metric, Double.NaN))));
    }
}
