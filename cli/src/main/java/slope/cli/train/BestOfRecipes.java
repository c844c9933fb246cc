package slope.cli.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import slope.internal.file.ScratchFolder;
import slope.run.Stopwatch;
import slope.run.TrainingRequest;
import slope.run.tuning.TuningRequest;

/// `slope train --recipe best`: a search whose trials are the defaults of its recipes.
///
/// @param training with everything that was typed, but the recipe
/// @param timeLimit if there is one
/// @param runs the folder of the trainings, if they are kept
record BestOfRecipes(TrainingRequest training, Optional<Duration> timeLimit, Optional<Path> runs) {
    /// @throws IllegalArgumentException if the training cannot be part of a search
    BestOfRecipes {
        TuningRequest _ = TuningRequest.of(training, Path.of(""));
    }

    /// Trains each recipe and selects.
    ///
    /// @return the exit code
    int run(SearchSurface surface, Stopwatch stopwatch, Interruption interruption) {
        if (runs.isPresent()) {
            return surface.run(request(runs.get()), stopwatch, interruption);
        }
        try (ScratchFolder scratch = ScratchFolder.temporary()) {
            return surface.run(request(scratch.file("runs")), stopwatch, interruption);
        } catch (IOException failure) {
            throw new UncheckedIOException("the system gives no folder for temporary files", failure);
        }
    }

    private TuningRequest request(Path folder) {
        TuningRequest request = TuningRequest.of(training, folder);
        TuningRequest defaults = request.trials(request.recipes().size());
        return timeLimit.map(defaults::timeLimit).orElse(defaults);
    }
}
