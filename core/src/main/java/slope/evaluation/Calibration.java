package slope.evaluation;

import java.util.ArrayList;
import java.util.List;

/// Whether probabilities mean what they say: of the rows that were given about 70 %, do 70 % turn out
/// so?
///
/// @param bins from the lowest to the highest probability; those without rows are left out
public record Calibration(List<Bin> bins) {
    private static final int BINS = 10;

    public Calibration {
        bins = List.copyOf(bins);
    }

    /// Rows whose probability is in a tenth of the way from 0 to 1.
    ///
    /// @param from the lowest probability of the bin
    /// @param to the highest; it belongs to the next bin, but for 1
    /// @param rows how many there are
    /// @param predicted their mean probability
    /// @param happened the share in which it turned out so
    public record Bin(double from, double to, int rows, double predicted, double happened) {}

    /// Sorts rows into bins.
    ///
    /// @param probabilities one for each row, from 0 to 1
    /// @param happened whether it turned out so, for each row
    public static Calibration of(double[] probabilities, boolean[] happened) {
        int[] rows = new int[BINS];
        double[] predicted = new double[BINS];
        int[] turnedOut = new int[BINS];
        for (int row = 0; row < probabilities.length; row++) {
            int bin = Math.clamp((long) (probabilities[row] * BINS), 0, BINS - 1);
            rows[bin]++;
            predicted[bin] += probabilities[row];
            turnedOut[bin] += happened[row] ? 1 : 0;
        }
        List<Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            if (rows[bin] > 0) {
                bins.add(new Bin(
                        (double) bin / BINS,
                        (bin + 1.0) / BINS,
                        rows[bin],
                        predicted[bin] / rows[bin],
                        (double) turnedOut[bin] / rows[bin]));
            }
        }
        return new Calibration(bins);
    }

    /// How far the bins are off on average, each counting by its rows (expected calibration error).
    public double error() {
        double off = 0;
        double rows = 0;
        for (Bin bin : bins) {
            off += bin.rows() * Math.abs(bin.predicted() - bin.happened());
            rows += bin.rows();
        }
        return off / rows;
    }
}
