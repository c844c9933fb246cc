package slope.run;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/// A run that was cancelled.
///
/// @param place where it ended, such as `in epoch 3 of 100`
/// @param bestEpoch of the network that was trained last; empty if no epoch had ended
/// @param model the file in which the best network so far is saved, if one was asked for and an
///     epoch had ended
/// @param checkpoints the folder from which it can resume, if there is one
public record CancelledRun(String place, OptionalInt bestEpoch, Optional<Path> model, Optional<Path> checkpoints)
        implements RunResult {}
