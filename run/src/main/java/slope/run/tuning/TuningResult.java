package slope.run.tuning;

/// What a search came to.
public sealed interface TuningResult permits FinishedTuning, CancelledTuning {}
