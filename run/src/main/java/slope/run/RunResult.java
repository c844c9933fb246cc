package slope.run;

/// What comes of a run.
public sealed interface RunResult permits FinishedRun, CancelledRun {}
