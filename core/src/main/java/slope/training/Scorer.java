package slope.training;

/// Scores the predictions of the validation rows after each epoch, by any criterion, such as one
/// minus accuracy.
@FunctionalInterface
public interface Scorer {

    /// A finite score; lower is better.
    ///
    /// @param outputs the network's for all validation rows, rows × ensemble members × outputs,
    ///     row-major; read only, and overwritten by the next epoch
    double score(float[] outputs);
}
