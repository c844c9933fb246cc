package slope.conformal;

/// How ill an actual value suits a prediction: its nonconformity. The higher, the worse.
///
/// Whatever the score, the coverage is as asked for; a good one makes narrow intervals and small sets.
public sealed interface ConformalScore permits IntervalScore, LeastAmbiguousSet {
    /// Its name for people and in model files.
    String title();
}
