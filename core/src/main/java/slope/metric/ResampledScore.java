package slope.metric;

/// The score of samples that are drawn with replacement from some rows, see [Metric#resampled].
@FunctionalInterface
public interface ResampledScore {
    /// The score of one sample; NaN where it is not defined.
    ///
    /// @param counts how often each of the [SamplingUnits] was drawn
    double of(int[] counts);
}
