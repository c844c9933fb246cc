package slope.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import slope.internal.random.SplitRandom;
import slope.internal.table.SortedRows;

/// Calibration of probabilities: predicted probability against observed rate, bin by bin.
///
/// @param bins of about as many rows each, from the lowest to the highest probability; equal ones are in
///     the same bin
/// @param calibratedError the mean [#error] of probabilities that are right, on as many rows: with outcomes
///     that are drawn from them
/// @param brier the Brier score and its parts
public record Calibration(List<Bin> bins, double calibratedError, BrierParts brier) {
    private static final int BINS = 15;

    /// Of outcomes, of few rows; a hundred tell the mean to some hundredths of it.
    private static final int MOST_DRAWS = 100;

    private static final int FEWEST_DRAWS = 5;
    private static final int DRAWN_OUTCOMES = 2_000_000;

    public Calibration {
        bins = List.copyOf(bins);
    }

    /// Rows next to each other by their probability.
    ///
    /// @param from the lowest probability
    /// @param to the highest
    /// @param rows the number of rows
    /// @param predicted their mean predicted probability
    /// @param observed the observed rate
    public record Bin(double from, double to, int rows, double predicted, double observed) {}

    /// Sorts rows into bins.
    ///
    /// @param probabilities one for each row, from 0 to 1
    /// @param observed whether the outcome occurred, for each row
    public static Calibration of(double[] probabilities, boolean[] observed) {
        int[] order = SortedRows.ascending(
                IntStream.range(0, probabilities.length)
                        .filter(row -> !Double.isNaN(probabilities[row]))
                        .toArray(),
                row -> probabilities[row]);
        double[] ascending = new double[order.length];
        boolean[] outcomes = new boolean[order.length];
        for (int place = 0; place < order.length; place++) {
            ascending[place] = probabilities[order[place]];
            outcomes[place] = observed[order[place]];
        }
        int[] ends = ends(ascending);
        return new Calibration(
                bins(ends, ascending, outcomes), calibratedError(ends, ascending), BrierParts.of(ascending, outcomes));
    }

    /// The place behind each bin.
    private static int[] ends(double[] ascending) {
        List<Integer> ends = new ArrayList<>();
        for (int bin = 1, end = 0; bin <= BINS; bin++) {
            end = Math.max(end, (int) ((long) bin * ascending.length / BINS));
            while (end > 0 && end < ascending.length && ascending[end] == ascending[end - 1]) {
                end++;
            }
            if (end > (ends.isEmpty() ? 0 : ends.getLast())) {
                ends.add(end);
            }
        }
        return ends.stream().mapToInt(end -> end).toArray();
    }

    private static List<Bin> bins(int[] ends, double[] ascending, boolean[] outcomes) {
        List<Bin> bins = new ArrayList<>();
        int start = 0;
        for (int end : ends) {
            double predicted = 0;
            int occurred = 0;
            for (int place = start; place < end; place++) {
                predicted += ascending[place];
                occurred += outcomes[place] ? 1 : 0;
            }
            int rows = end - start;
            bins.add(new Bin(ascending[start], ascending[end - 1], rows, predicted / rows, (double) occurred / rows));
            start = end;
        }
        return bins;
    }

    /// A draw of outcomes has a generator of its own.
    private static double calibratedError(int[] ends, double[] ascending) {
        int draws = Math.clamp(DRAWN_OUTCOMES / Math.max(1, ascending.length), FEWEST_DRAWS, MOST_DRAWS);
        double sum = 0;
        for (int draw = 0; draw < draws; draw++) {
            SplitRandom random = SplitRandom.of(draw);
            int start = 0;
            for (int end : ends) {
                double difference = 0;
                for (int place = start; place < end; place++) {
                    difference += ascending[place] - (random.nextDouble() < ascending[place] ? 1 : 0);
                }
                sum += Math.abs(difference) / ascending.length;
                start = end;
            }
        }
        return sum / draws;
    }

    /// The expected calibration error: the mean distance of predicted and observed, weighted by rows. Even
    /// right probabilities have some, see `calibratedError`.
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
