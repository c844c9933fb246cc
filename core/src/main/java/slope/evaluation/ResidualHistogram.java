package slope.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A histogram of residuals: observed − predicted. The outermost bins include all residuals beyond
/// them, because a few extreme ones would squeeze the others into one bin.
///
/// @param bins of the same width, ascending; none where no residual is finite
public record ResidualHistogram(List<Bar> bins) {
    private static final int BINS = 30;
    /// One row in so many at either end is beyond the outermost bins.
    private static final int RARE = 200;

    public ResidualHistogram {
        bins = List.copyOf(bins);
    }

    /// Residuals of about the same size.
    ///
    /// @param from the lower bound
    /// @param to the upper bound, which belongs to the next bin
    /// @param rows the number of rows
    public record Bar(double from, double to, int rows) {}

    /// Sorts residuals into bins; those that are not finite are left out.
    public static ResidualHistogram of(double[] residuals) {
        double[] sorted =
                Arrays.stream(residuals).filter(Double::isFinite).sorted().toArray();
        if (sorted.length == 0) {
            return new ResidualHistogram(List.of());
        }
        double from = sorted[sorted.length / RARE];
        double to = sorted[sorted.length - 1 - sorted.length / RARE];
        if (from == to) {
            from -= 0.5;
            to += 0.5;
        }
        double width = (to - from) / BINS;
        int[] rows = new int[BINS];
        for (double residual : sorted) {
            rows[Math.clamp((long) ((residual - from) / width), 0, BINS - 1)]++;
        }
        List<Bar> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            bins.add(new Bar(from + bin * width, from + (bin + 1) * width, rows[bin]));
        }
        return new ResidualHistogram(bins);
    }
}
