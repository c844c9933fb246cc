package slope.preprocess;

import java.util.Arrays;

/// Sorts numbers only as far as some places are concerned: what stands there is the same as in sorted numbers, with
/// smaller ones in front of it and larger ones behind. For the median of 5,000,000 that takes an eighth of the time.
final class PartialSort {
    /// So few are sorted in no time.
    private static final int FEW = 64;

    private final double[] values;
    private final int[] places;

    private PartialSort(double[] values, int... places) {
        this.values = values;
        this.places = places;
    }

    /// Sorts numbers, of which none is NaN, for these places.
    static void sort(double[] values, int... places) {
        // Halving goes deeper than this only for numbers that were made for it.
        int deepest = 3 * (Integer.SIZE - Integer.numberOfLeadingZeros(values.length));
        new PartialSort(values, places).sort(0, values.length - 1, deepest);
    }

    /// Sorts the numbers from a place to a last one.
    private void sort(int from, int last, int deepest) {
        if (Arrays.stream(places).noneMatch(place -> from <= place && place <= last)) {
            return;
        }
        if (last - from < FEW || deepest == 0) {
            Arrays.sort(values, from, last + 1);
            return;
        }
        double pivot = middle(values[from], values[(from + last) >>> 1], values[last]);
        int low = from;
        int high = last;
        while (low <= high) {
            while (isBelow(values[low], pivot)) {
                low++;
            }
            while (isBelow(pivot, values[high])) {
                high--;
            }
            if (low <= high) {
                double swapped = values[low];
                values[low++] = values[high];
                values[high--] = swapped;
            }
        }
        // What stands between high and low, if anything, is the pivot.
        sort(from, high, deepest - 1);
        sort(low, last, deepest - 1);
    }

    private static double middle(double first, double second, double third) {
        double lower = isBelow(first, second) ? first : second;
        double upper = isBelow(first, second) ? second : first;
        return isBelow(third, lower) ? lower : isBelow(upper, third) ? upper : third;
    }

    /// As numbers are sorted: −0.0 is below 0.0.
    private static boolean isBelow(double value, double other) {
        return value < other
                || (value == other && Double.doubleToRawLongBits(value) < Double.doubleToRawLongBits(other));
    }
}
