package slope.metric;

import java.util.Arrays;

/// The area under the ROC curve by ranks: the share of pairs (one row of each class) that the
/// probabilities put in the right order, equal probabilities counting half (Mann and Whitney 1947).
final class RocAuc {
    private RocAuc() {}

    /// The share of pairs in the right order.
    ///
    /// @param probabilities of the second class, from 0 to 1
    /// @param classes 0 or 1 for each row
    /// @param weights how many rows each one counts for
    /// @return from 0 to 1, NaN where one class has no rows
    static double areaUnderCurve(double[] probabilities, double[] classes, double[] weights) {
        int[] ascending = ascending(probabilities);
        double rightPairs = 0;
        double firstClassBelow = 0;
        double secondClass = 0;
        int start = 0;
        while (start < ascending.length) {
            double probability = probabilities[ascending[start]];
            double firstClassTied = 0;
            double secondClassTied = 0;
            int end = start;
            while (end < ascending.length && probabilities[ascending[end]] == probability) {
                if (classes[ascending[end]] == 1) {
                    secondClassTied += weights[ascending[end]];
                } else {
                    firstClassTied += weights[ascending[end]];
                }
                end++;
            }
            rightPairs += secondClassTied * (firstClassBelow + 0.5 * firstClassTied);
            firstClassBelow += firstClassTied;
            secondClass += secondClassTied;
            start = end;
        }
        return firstClassBelow == 0 || secondClass == 0 ? Double.NaN : rightPairs / (firstClassBelow * secondClass);
    }

    /// The rows from the lowest to the highest probability; equal ones are next to each other. Without
    /// boxing, as this is done after every epoch.
    private static int[] ascending(double[] probabilities) {
        double[] sorted = probabilities.clone();
        Arrays.sort(sorted);
        int[] next = new int[probabilities.length]; // where the next row of this value goes, by its first place
        int[] rows = new int[probabilities.length];
        for (int row = 0; row < rows.length; row++) {
            int first = first(sorted, probabilities[row]);
            rows[first + next[first]++] = row;
        }
        return rows;
    }

    private static int first(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
