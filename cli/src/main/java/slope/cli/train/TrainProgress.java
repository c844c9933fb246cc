package slope.cli.train;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import slope.cli.text.Durations;
import slope.cli.text.SafeWriter;
import slope.cli.text.Surface;
import slope.fit.FitState;
import slope.training.DivergedException;
import slope.training.EpochReport;
import slope.training.Recovery;
import slope.training.TrainingListener;

/// Prints progress: one overwritten line on a terminal, about ten plain lines elsewhere.
final class TrainProgress implements TrainingListener, AutoCloseable {
    /// Fast enough to look alive, slow enough to cost nothing.
    private static final long REDRAW_NANOSECONDS = 100_000_000;

    /// In a pipe, the first line comes after the first epoch that ends later than this.
    private static final long FIRST_LINE_NANOSECONDS = 2_000_000_000;

    /// Clears the line and begins it anew (ECMA-48: CR and EL).
    private static final String NEW_LINE = "\r\033[K";

    private final PrintWriter out;
    private final Surface surface;
    private final int epochs;
    private final Work work;
    private final long start = System.nanoTime();
    private long lastDrawn = start - REDRAW_NANOSECONDS;
    private String losses = "";
    private int networksDone;
    private int epochsOfThem;
    private int lastEnded; // the epoch of the network at work that ended last
    private int tenthsTold;
    private boolean isTold;
    private TimeLeft timeLeft;
    private volatile boolean hasSteps; // asked by another thread, as is the next
    private volatile boolean hasEpochs;

    /// @param work to do
    /// @param timeLeft before any of it is done
    TrainProgress(PrintWriter out, Surface surface, Work work, TimeLeft timeLeft) {
        this.out = out;
        this.surface = surface;
        this.epochs = work.epochs();
        this.work = work;
        this.timeLeft = timeLeft;
    }

    /// Whether a step has ended in this process.
    boolean hasSteps() {
        return hasSteps;
    }

    /// Whether an epoch has ended.
    boolean hasEpochs() {
        return hasEpochs;
    }

    /// Prints where a training resumes.
    void goOn(FitState state) {
        networksDone = state.finished().size();
        epochsOfThem = state.results().stream()
                .mapToInt(result -> result.history().size())
                .sum();
        Optional<FitState.AtWork> atWork = state.atWork();
        lastEnded = atWork.map(network -> network.state().history().size()).orElse(0);
        timeLeft = timeLeft.from(epochsDone(lastEnded));
        hasEpochs = epochsDone(lastEnded) > 0;
        out.printf(
                "slope: resuming after %s%n",
                atWork.isEmpty() ? "the last epoch" : "%sepoch %s of %s".formatted(network(), lastEnded, epochs));
        out.flush();
    }

    @Override
    public void batchEnded(int epoch, int batch, int batches) {
        hasSteps = true;
        noticeNextNetwork(epoch);
        double done = epochsDone(epoch - 1 + (double) batch / batches);
        timeLeft.advance(done);
        if (surface == Surface.TERMINAL && System.nanoTime() - lastDrawn >= REDRAW_NANOSECONDS) {
            draw(epoch, done);
        }
    }

    @Override
    public void epochEnded(EpochReport report) {
        lastEnded = report.epoch();
        hasEpochs = true;
        losses = String.format(
                Locale.ROOT,
                "loss %.4g, validation %.4g",
                report.losses().training(),
                report.losses().validation());
        double done = epochsDone(lastEnded);
        boolean isEarly = !isTold && !timeLeft(done).isEmpty() && System.nanoTime() - start >= FIRST_LINE_NANOSECONDS;
        int tenths = (int) (10 * share(done));
        if (surface == Surface.TERMINAL) {
            if (System.nanoTime() - lastDrawn >= REDRAW_NANOSECONDS) {
                draw(lastEnded, done);
            }
        } else if (tenths > tenthsTold || isEarly) {
            tenthsTold = tenths;
            isTold = true;
            String left = timeLeft(done);
            out.printf(
                    "%sepoch %s of %s: %s%s%n",
                    network(), lastEnded, epochs, losses, left.isEmpty() ? "" : ", " + left);
            out.flush();
        }
    }

    @Override
    public void recovered(Recovery recovery, DivergedException cause) {
        close();
        out.printf("slope: %s; %s%n", cause.happened(), recovery.text());
        out.flush();
    }

    /// Clears the line that was written over.
    @Override
    public void close() {
        if (surface == Surface.TERMINAL) {
            SafeWriter.exact(out).print(NEW_LINE);
            out.flush();
        }
    }

    private void draw(int epoch, double done) {
        lastDrawn = System.nanoTime();
        ProgressLine line = new ProgressLine(
                network(), "epoch %s of %s".formatted(epoch, epochs), share(done), losses, timeLeft(done));
        SafeWriter.exact(out).print(NEW_LINE + line.within(surface.width()));
        out.flush();
    }

    /// Epochs start from 1 again when the next of several networks is trained.
    private void noticeNextNetwork(int epoch) {
        if (epoch <= lastEnded) {
            networksDone++;
            epochsOfThem += lastEnded;
            lastEnded = 0;
        }
    }

    private String network() {
        int inAll = networksInAll();
        return inAll == 1 ? "" : "network %s of %s, ".formatted(networksDone + 1, inAll);
    }

    private int networksInAll() {
        return Math.max(work.networks(), networksDone + 1);
    }

    /// @param ofNetwork epochs that the network at work has done
    private double epochsDone(double ofNetwork) {
        return epochsOfThem + ofNetwork;
    }

    /// If the network at work takes all its epochs and those after it as many as those before.
    private double epochsToCome(double done) {
        double ofOne = networksDone == 0 ? epochs : (double) epochsOfThem / networksDone;
        return epochsOfThem + epochs - done + (networksInAll() - networksDone - 1) * ofOne;
    }

    private double share(double done) {
        return done / (done + epochsToCome(done));
    }

    /// At most, because networks end early that learn no more; empty while the pace is not known.
    private String timeLeft(double done) {
        double toCome = epochsToCome(done);
        return timeLeft.seconds(done, toCome + work.after(networksInAll()))
                .map(seconds -> "at most " + Durations.text(seconds) + " left")
                .orElse("");
    }
}
