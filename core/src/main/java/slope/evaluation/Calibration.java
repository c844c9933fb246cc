package slope.evaluation;

import java.util.ArrayList;
import java.util.List;

/// Calibration of probabilities: predicted probability against observed rate, bin by bin.
///
/// @param bins from the lowest to the highest probability; bins without rows are left out
public record Calibration(List<Bin> bins) {
    private static final int BINS = 10;

    public Calibration {
        bins = List.copyOf(bins);
    }

    /// The rows whose probability falls into one tenth of the range from 0 to 1.
    ///
    /// @param from the lower bound of the bin
    /// @param to the upper bound, which belongs to the next bin, except 1
    /// @param rows the number of rows
    /// @param predicted their mean predicted probability
    /// @param observed the observed rate
    public record Bin(double from, double to, int rows, double predicted, double observed) {}

    /// Sorts rows into bins.
    ///
    /// @param probabilities one for each row, from 0 to 1
    /// @param observed whether the outcome occurred, for each row
    public static Calibration of(double[] probabilities, boolean[] observed) {
        int[] rows = new int[BINS];
        double[] predicted = new double[BINS];
        int[] positives = new int[BINS];
        for (int row = 0; row < probabilities.length; row++) {
            int bin = Math.clamp((long) (probabilities[row] * BINS), 0, BINS - 1);
            rows[bin]++;
            predicted[bin] += probabilities[row];
            positives[bin] += observed[row] ? 1 : 0;
        }
        List<Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            if (rows[bin] > 0) {
                bins.add(new Bin(
                        (double) bin / BINS,
                        (bin + 1.0) / BINS,
                        rows[bin],
                        predicted[bin] / rows[bin],
                        (double) positives[bin] / rows[bin]));
            }
        }
        return new Calibration(bins);
    }

    /// The expected calibration error: the mean distance of predicted and observed, weighted by
    /// rows.
    public double error() {
        double off = 0;
        double rows = 0;
        for (Bin bin : bins) {
            off += bin.rows() * Math.abs(bin.predicted() - bin.observed());
            rows += bin.rows();
        }
        return off / rows;
    }
}
