package slope.run.tuning;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import slope.run.FinishedRun;
import slope.run.Run;

/// Hears what a search does, in the thread that runs it.
public interface TuningListener {
    /// Hears nothing.
    TuningListener SILENT = new TuningListener() {};

    /// A trial begins, or is resumed.
    ///
    /// @param run not yet started: it may be listened to
    /// @param timeLeft of the search, as far as it can be told; empty before the first trial has
    ///     ended
    default void started(Trial trial, Run run, Optional<Duration> timeLeft) {}

    /// A trial is trained and its model saved. What is written to its folder now is there whenever
    /// the trial counts as finished.
    default void trained(Trial trial, Path folder, FinishedRun run) {}

    /// A trial is finished, now or by an earlier call.
    ///
    /// @param isEarlier whether an earlier call finished it
    default void ended(Trial trial, TrialOutcome outcome, boolean isEarlier) {}

    /// All trials are done; the selection begins.
    ///
    /// @param candidates among which it selects
    default void selecting(int candidates) {}
}
