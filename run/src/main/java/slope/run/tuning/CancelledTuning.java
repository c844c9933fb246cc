package slope.run.tuning;

/// A search that was cancelled. The same request goes on where it stopped.
///
/// @param finished how many trials are finished
public record CancelledTuning(int finished) implements TuningResult {}
