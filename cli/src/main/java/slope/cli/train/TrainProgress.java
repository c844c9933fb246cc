package slope.cli.train;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import slope.cli.text.Durations;
import slope.cli.text.Surface;
import slope.model.ModelState;
import slope.training.DivergedException;
import slope.training.EpochReport;
import slope.training.Recovery;
import slope.training.TrainingListener;

/// Tells how far training is: one line that is written over on a terminal, about ten plain lines
/// elsewhere.
final class TrainProgress implements TrainingListener, AutoCloseable {
    /// Fast enough to look alive, slow enough to cost nothing.
    private static final long REDRAW_NANOSECONDS = 100_000_000;

    private static final int BAR_WIDTH = 24;

    private final PrintWriter out;
    private final Surface surface;
    private final int epochs;
    private final int networks;
    private final Optional<Duration> timeLimit;
    private final long start = System.nanoTime();
    private long lastDrawn = start - REDRAW_NANOSECONDS;
    private String losses = "";
    private int networksDone;
    private int lastEpoch;

    /// @param epochs of each network, at most
    /// @param networks that are trained one after another
    /// @param timeLimit of all together
    TrainProgress(PrintWriter out, Surface surface, int epochs, int networks, Optional<Duration> timeLimit) {
        this.out = out;
        this.surface = surface;
        this.epochs = epochs;
        this.networks = networks;
        this.timeLimit = timeLimit;
    }

    /// Tells where a training goes on.
    void goOn(ModelState state) {
        networksDone = state.finished().size();
        Optional<ModelState.AtWork> atWork = state.atWork();
        lastEpoch = atWork.map(network -> network.state().history().size()).orElse(epochs);
        out.printf(
                "slope: going on after %s%n",
                atWork.isEmpty() ? "the last epoch" : "%sepoch %d of %d".formatted(network(), lastEpoch, epochs));
        out.flush();
    }

    @Override
    public void batchEnded(int epoch, int batch, int batches) {
        noticeNextNetwork(epoch);
        if (surface == Surface.TERMINAL && System.nanoTime() - lastDrawn >= REDRAW_NANOSECONDS) {
            draw(epoch, share(epoch - 1 + (double) batch / batches));
        }
    }

    @Override
    public void epochEnded(EpochReport report) {
        losses = String.format(
                Locale.ROOT, "loss %.4g, validation %.4g", report.trainingLoss(), report.validationLoss());
        if (surface == Surface.TERMINAL) {
            if (System.nanoTime() - lastDrawn >= REDRAW_NANOSECONDS) {
                draw(report.epoch(), share(report.epoch()));
            }
        } else if (report.epoch() * 10 / epochs != (report.epoch() - 1) * 10 / epochs) {
            out.printf(
                    "%sepoch %d of %d: %s%s%n",
                    network(), report.epoch(), epochs, losses, timeLeft(share(report.epoch())));
            out.flush();
        }
    }

    @Override
    public void recovered(Recovery recovery, DivergedException cause) {
        close();
        out.printf("slope: %s; %s%n", cause.happened(), Recoveries.text(recovery));
        out.flush();
    }

    /// Clears the line that was written over.
    @Override
    public void close() {
        if (surface == Surface.TERMINAL) {
            out.print("\r\033[K");
            out.flush();
        }
    }

    private void draw(int epoch, double share) {
        lastDrawn = System.nanoTime();
        int filled = (int) (BAR_WIDTH * share);
        out.printf(
                "\r\033[K%sepoch %d of %d %s%s  %s%s",
                network(), epoch, epochs, "█".repeat(filled), "░".repeat(BAR_WIDTH - filled), losses, timeLeft(share));
        out.flush();
    }

    /// Epochs start from 1 again when the next of several networks is trained.
    private void noticeNextNetwork(int epoch) {
        networksDone += epoch < lastEpoch ? 1 : 0;
        lastEpoch = epoch;
    }

    private String network() {
        return networks == 1 ? "" : "network %d of %d, ".formatted(networksDone + 1, networks);
    }

    private double share(double epochsDone) {
        return (networksDone + epochsDone / epochs) / networks;
    }

    /// At the speed so far, and never longer than the time limit leaves.
    private String timeLeft(double share) {
        double passed = (System.nanoTime() - start) * 1e-9;
        double allowed = timeLimit.map(limit -> limit.toMillis() * 1e-3).orElse(Double.POSITIVE_INFINITY);
        double seconds = Math.min(passed * (1 - share) / share, Math.max(0, allowed - passed));
        return share >= 1 ? "" : ", " + Durations.text(seconds) + " left";
    }
}
