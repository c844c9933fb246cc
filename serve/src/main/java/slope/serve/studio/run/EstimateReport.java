package slope.serve.studio.run;

import java.time.Duration;
import java.util.Optional;
import slope.report.json.Report;

/// How long a training may take.
///
/// @param seconds about, from the reading of the table to the scores, if each network takes all of
///     its epochs; none where the trial did not tell
/// @param trialSeconds how long the trial took that tells it
/// @param isWhole whether the trial was the whole training
public record EstimateReport(Optional<Double> seconds, double trialSeconds, boolean isWhole) implements Report {
    private static final double MILLISECOND = 1e-3;

    /// @param left after the trial, if that is known
    static EstimateReport of(Duration trial, Optional<Duration> left) {
        return new EstimateReport(
                left.map(trial::plus).map(EstimateReport::seconds),
                seconds(trial),
                left.filter(Duration::isZero).isPresent());
    }

    private static double seconds(Duration time) {
        return time.toMillis() * MILLISECOND;
    }

    @Override
    public String report() {
        return "studio-estimate";
    }

    @Override
    public int version() {
        return 1;
    }
}
