package slope.layer;

import java.util.Arrays;

/// Where the bins of a column of numbers meet.
public final class BinEdges {
    /// Quantiles that are closer have no bin between them: a number beyond a bin so narrow would be a million widths
    /// away from it.
    private static final double NARROWEST = 1e-6;

    private final float[] edges; // rising, one more than there are bins

    private BinEdges(float[] edges) {
        this.edges = edges;
    }

    /// Bins between these edges.
    ///
    /// @param edges finite and rising, at least 2
    public static BinEdges of(float... edges) {
        if (edges.length < 2) {
            throw new IllegalArgumentException("bins need at least 2 edges, not " + edges.length);
        }
        for (int index = 0; index < edges.length; index++) {
            if (!Float.isFinite(edges[index]) || (index > 0 && edges[index] <= edges[index - 1])) {
                throw new IllegalArgumentException(
                        "edge %s of a column's bins (from 0) is %s; edges must rise".formatted(index, edges[index]));
            }
        }
        return new BinEdges(edges.clone());
    }

    /// Bins that are about equally full: between the quantiles of the numbers at equally spaced
    /// shares, each of nearly equal ones once (Gorishniy et al. 2022, arXiv 2203.05556, section 3.1.1;
    /// `compute_bins` of their package rtdl_num_embeddings). A quantile at share q stands at place
    /// q · (n − 1) of the n ascending numbers, on a straight line between the two next to it.
    ///
    /// @param values finite, scaled, at least 1; one that hardly changes has one bin, of width 1
    /// @param bins at most, at least 1
    public static BinEdges ofQuantiles(float[] values, int bins) {
        float[] ascending = values.clone();
        Arrays.sort(ascending);
        float[] edges = new float[bins + 1];
        int count = 0;
        for (int edge = 0; edge <= bins; edge++) {
            float quantile = quantile(ascending, edge, bins);
            if (count == 0 || (double) quantile - edges[count - 1] > NARROWEST) {
                edges[count++] = quantile;
            }
        }
        if (count == 1) {
            edges[count++] = edges[0] + 1;
        }
        return of(Arrays.copyOf(edges, count));
    }

    /// The quantile at the share edge/bins.
    private static float quantile(float[] ascending, int edge, int bins) {
        long place = (long) edge * (ascending.length - 1); // in parts of 1/bins
        int below = (int) (place / bins);
        double part = (double) (place % bins) / bins;
        double low = ascending[below];
        double high = part == 0 ? low : ascending[below + 1];
        return (float) (low + part * (high - low));
    }

    public int bins() {
        return edges.length - 1;
    }

    /// The lower edge of a bin, or the upper one of the bin before it.
    public float edge(int index) {
        return edges[index];
    }

    /// A copy of all edges.
    public float[] toArray() {
        return edges.clone();
    }

    /// The bin a number lies in; below all edges the first, above them the last.
    int binOf(float value) {
        int low = 0;
        int high = edges.length - 2;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (value >= edges[middle]) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /// How far through its bin a number is: from 0 to 1, beyond where it lies outside all bins.
    ///
    /// @param bin what [#binOf] said
    float shareOf(float value, int bin) {
        return (value - edges[bin]) / (edges[bin + 1] - edges[bin]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BinEdges that && Arrays.equals(edges, that.edges);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(edges);
    }

    @Override
    public String toString() {
        return Arrays.toString(edges);
    }
}
