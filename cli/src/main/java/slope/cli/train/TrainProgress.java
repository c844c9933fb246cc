package slope.cli.train;

import java.io.PrintWriter;
import java.util.Locale;
import slope.cli.text.Durations;
import slope.cli.text.Surface;
import slope.training.EpochReport;
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
    private final long start = System.nanoTime();
    private long lastDrawn = start - REDRAW_NANOSECONDS;
    private String losses = "";

    TrainProgress(PrintWriter out, Surface surface, int epochs) {
        this.out = out;
        this.surface = surface;
        this.epochs = epochs;
    }

    @Override
    public void batchEnded(int epoch, int batch, int batches) {
        if (surface == Surface.TERMINAL && System.nanoTime() - lastDrawn >= REDRAW_NANOSECONDS) {
            draw(epoch, (epoch - 1 + (double) batch / batches) / epochs);
        }
    }

    @Override
    public void epochEnded(EpochReport report) {
        losses = String.format(
                Locale.ROOT, "loss %.4g, validation %.4g", report.trainingLoss(), report.validationLoss());
        if (surface == Surface.TERMINAL) {
            if (System.nanoTime() - lastDrawn >= REDRAW_NANOSECONDS) {
                draw(report.epoch(), (double) report.epoch() / epochs);
            }
        } else if (report.epoch() * 10 / epochs != (report.epoch() - 1) * 10 / epochs) {
            out.printf(
                    "epoch %d of %d: %s%s%n",
                    report.epoch(), epochs, losses, timeLeft((double) report.epoch() / epochs));
            out.flush();
        }
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
                "\r\033[Kepoch %d of %d %s%s  %s%s",
                epoch, epochs, "█".repeat(filled), "░".repeat(BAR_WIDTH - filled), losses, timeLeft(share));
        out.flush();
    }

    private String timeLeft(double share) {
        double seconds = (System.nanoTime() - start) * 1e-9 * (1 - share) / share;
        return share >= 1 ? "" : ", " + Durations.text(seconds) + " left";
    }
}
