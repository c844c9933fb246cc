package slope.fit.selection;

/// What a selection makes small.
interface SelectionLoss {
    /// The loss of decoded outputs; lower is better, never NaN.
    double of(double[] decoded);

    /// A loss that tells outputs apart whose loss is the same: by accuracy most means of a few hundred rows are as good
    /// as each other.
    ///
    /// @return always the same where there is none; never NaN
    default double finer(double[] decoded) {
        return 0;
    }
}
