package slope.cli.train;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import slope.cli.text.Surface;
import slope.internal.text.Numerals;
import slope.report.text.Durations;
import slope.run.FinishedRun;
import slope.run.Run;
import slope.run.tuning.Trial;
import slope.run.tuning.TrialOutcome;
import slope.run.tuning.TuningListener;

/// Tells of a search: a line for each trial, and on a terminal the progress of the one that is
/// trained.
final class TuneProgress implements TuningListener, AutoCloseable {
    private final PrintWriter out;
    private final Surface surface;
    private final Optional<Integer> trials;
    private final BiConsumer<Path, FinishedRun> reports;
    private @Nullable TrainProgress training;
    private int earlier;

    /// @param trials in all, if there is a number
    /// @param reports takes the folder and the run of each trial
    TuneProgress(PrintWriter out, Surface surface, Optional<Integer> trials, BiConsumer<Path, FinishedRun> reports) {
        this.out = out;
        this.surface = surface;
        this.trials = trials;
        this.reports = reports;
    }

    @Override
    public void started(Trial trial, Run run, Optional<Duration> timeLeft) {
        sayEarlier();
        if (surface == Surface.TERMINAL) {
            say("trial %s%s, %s%s"
                    .formatted(
                            trial.number(),
                            trials.map(all -> " of " + all).orElse(""),
                            trial.recipe().title(),
                            timeLeft.map(TuneProgress::left).orElse("")));
            training = TrainProgress.of(run, out);
        } else {
            timeLeft.ifPresent(time -> say("trial %s begins%s".formatted(trial.number(), left(time))));
        }
    }

    private static String left(Duration time) {
        return ", about %s left".formatted(Durations.text(Math.max(0.1, time.toMillis() * 1e-3)));
    }

    @Override
    public void trained(Trial trial, Path folder, FinishedRun run) {
        reports.accept(folder, run);
    }

    @Override
    public void ended(Trial trial, TrialOutcome outcome, boolean isEarlier) {
        close();
        if (isEarlier) {
            earlier++;
            return;
        }
        say("trial %s, %s: %s".formatted(trial.number(), trial.recipe().title(), text(outcome)));
    }

    private static String text(TrialOutcome outcome) {
        return switch (outcome) {
            case TrialOutcome.Trained(var _, double score, double seconds) ->
                "score %s in %s".formatted(Numerals.score(score), Durations.text(seconds));
            case TrialOutcome.Failed(String sentence, double _) -> "no model: " + sentence;
        };
    }

    @Override
    public void selecting(int candidates) {
        sayEarlier();
        say("selecting among %s %s".formatted(candidates, candidates == 1 ? "candidate" : "candidates"));
    }

    private void sayEarlier() {
        if (earlier > 0) {
            say("%s %s finished already".formatted(earlier, earlier == 1 ? "trial is" : "trials are"));
            earlier = 0;
        }
    }

    private void say(String sentence) {
        out.printf("slope: %s%n", sentence);
        out.flush();
    }

    /// Clears the line of the training that was followed.
    @Override
    public void close() {
        TrainProgress followed = training;
        if (followed != null) {
            training = null;
            followed.close();
        }
    }
}
