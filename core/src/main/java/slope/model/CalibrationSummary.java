package slope.model;

import java.util.List;

/// How well predicted probabilities and quantiles agree with what was observed, in short.
///
/// @param classes each class or label, of two classes the second; none for other predictions
/// @param quantiles each quantile; none for other predictions
public record CalibrationSummary(List<OfClass> classes, List<OfQuantile> quantiles) {
    public CalibrationSummary {
        classes = List.copyOf(classes);
        quantiles = List.copyOf(quantiles);
    }

    /// The probabilities of a class or label.
    ///
    /// @param name of the class or label
    /// @param error the expected calibration error
    /// @param calibratedError the mean error that calibrated probabilities would have on as many rows
    /// @param brier the Brier score and its parts
    public record OfClass(String name, double error, double calibratedError, Brier brier) {}

    /// A Brier score = miscalibration − discrimination + uncertainty.
    ///
    /// @param score the mean squared difference of probability and outcome
    /// @param miscalibration by how much recalibrated probabilities would be better
    /// @param discrimination by how much recalibrated probabilities are better than the overall rate
    /// @param uncertainty the score of the overall rate
    public record Brier(double score, double miscalibration, double discrimination, double uncertainty) {}

    /// A quantile.
    ///
    /// @param observed the share of rows up to it, which is its level if it is calibrated
    public record OfQuantile(double level, double observed) {}
}
