package slope.serve.studio.run;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import slope.run.Run;
import slope.run.RunStatus;
import slope.run.Stopwatch;
import slope.run.TrainingRequest;

/// Owns the trial that tells how long a training may take: the beginning of that very training, which is then thrown
/// away.
final class TimeTrials {
    /// So much training at least: the first steps are those of code that is not compiled.
    private static final Duration LEAST = Duration.ofSeconds(2);

    /// A pace that is not known by then is not known: no figure is better than a wrong one.
    private static final Duration MOST = Duration.ofSeconds(8);

    private static final Duration LOOK = Duration.ofMillis(50);

    private @Nullable Run atWork; // the newest

    /// Tries how long a training takes, for some seconds. Another trial ends this one.
    ///
    /// @param request without outputs
    EstimateReport estimate(TrainingRequest request) throws InterruptedException {
        Stopwatch stopwatch = Stopwatch.started(System::nanoTime);
        CountDownLatch ended = new CountDownLatch(1);
        Run run = Run.of(request, stopwatch);
        run.listen(event -> {
            if (event.isLast()) {
                ended.countDown();
            }
        });
        begin(run);
        Optional<Duration> left = Optional.empty();
        Optional<Duration> training = Optional.empty(); // since when
        while (left.isEmpty() && isShort(training, stopwatch) && !ended.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
            RunStatus status = run.status();
            if (status.phase() == RunStatus.Phase.TRAINING) {
                Duration since = training.orElseGet(stopwatch::passed);
                training = Optional.of(since);
                boolean isEnough = stopwatch.passed().minus(since).compareTo(LEAST) >= 0;
                left = isEnough ? status.progress().timeLeft() : Optional.empty();
            }
        }
        Duration passed = stopwatch.passed();
        boolean isWhole = run.status().phase() == RunStatus.Phase.FINISHED;
        run.cancel();
        return EstimateReport.of(passed, isWhole ? Optional.of(Duration.ZERO) : left);
    }

    private static boolean isShort(Optional<Duration> training, Stopwatch stopwatch) {
        return stopwatch.passed().minus(training.orElse(Duration.ZERO)).compareTo(MOST) < 0;
    }

    private synchronized void begin(Run run) {
        cancel();
        atWork = run;
        run.start();
    }

    /// Ends the trial that goes on, if one does.
    synchronized void cancel() {
        if (atWork != null) {
            atWork.cancel();
        }
        atWork = null;
    }
}
