package slope.preprocess;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Quantiles of numbers in ascending order.
final class Quantiles {
    private Quantiles() {}

    /// Sorts numbers as far as these quantiles need it.
    static void sortFor(double[] values, double... shares) {
        int[] places = DoubleStream.of(shares)
                .mapToInt(share -> below(values.length, share))
                .flatMap(below -> IntStream.of(below, below + 1))
                .toArray();
        PartialSort.sort(values, places);
    }

    /// The quantile at a share: at position share · (n − 1), interpolated linearly between the two
    /// nearest numbers, as in NumPy. 0 if there are no numbers.
    ///
    /// @param share from 0 to 1
    static double of(double[] ascending, double share) {
        if (ascending.length == 0) {
            return 0;
        }
        double place = share * (ascending.length - 1);
        int below = below(ascending.length, share);
        int above = Math.min(below + 1, ascending.length - 1);
        double part = place - below;
        // Not low + part · (high − low): the difference of two large numbers may overflow.
        return part == 0 ? ascending[below] : ascending[below] * (1 - part) + ascending[above] * part;
    }

    private static int below(int count, double share) {
        return (int) (share * (count - 1));
    }
}
