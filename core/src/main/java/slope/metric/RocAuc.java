package slope.metric;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import slope.metric.ScoredRows.Form;

/// ROC AUC: the probability that a random row of the second class has a higher score than a random
/// row of the first. Two classes only; for labels, the mean over labels.
record RocAuc() implements Metric {
    @Override
    public String title() {
        return "auc";
    }

    @Override
    public Better better() {
        return Better.HIGHER;
    }

    @Override
    public boolean appliesTo(Form form, int width) {
        return form == Form.LABELS || (form == Form.CLASSES && width == 2);
    }

    @Override
    public double score(ScoredRows rows) {
        if (rows.form() == Form.CLASSES) {
            return area(rows, 1, row -> rows.actual(row) == 1);
        }
        double areas = 0;
        int defined = 0;
        for (int index = 0; index < rows.width(); index++) {
            int label = index;
            double area = area(rows, label, row -> rows.isActual(row, label));
            areas += Double.isNaN(area) ? 0 : area;
            defined += Double.isNaN(area) ? 0 : 1;
        }
        return defined == 0 ? Double.NaN : areas / defined;
    }

    /// By ranks: the share of pairs (one row of each class) that the probabilities order correctly,
    /// ties counting half (Mann and Whitney 1947).
    ///
    /// @param index of the probability
    /// @param isSecond whether a row is of the second class
    /// @return from 0 to 1, NaN where one class has no rows or a probability is NaN
    private static double area(ScoredRows rows, int index, IntPredicate isSecond) {
        if (IntStream.range(0, rows.rows()).anyMatch(row -> Double.isNaN(rows.predicted(row, index)))) {
            return Double.NaN;
        }
        int[] ascending = ascending(rows, index);
        double rightPairs = 0;
        double firstClassBelow = 0;
        double secondClass = 0;
        int start = 0;
        while (start < ascending.length) {
            double probability = rows.predicted(ascending[start], index);
            double firstClassTied = 0;
            double secondClassTied = 0;
            int end = start;
            while (end < ascending.length && rows.predicted(ascending[end], index) == probability) {
                if (isSecond.test(ascending[end])) {
                    secondClassTied += rows.weight(ascending[end]);
                } else {
                    firstClassTied += rows.weight(ascending[end]);
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

    /// The rows from the lowest to the highest probability; ties are next to each other. Without
    /// boxing, because this is computed after every epoch.
    private static int[] ascending(ScoredRows rows, int index) {
        double[] sorted = new double[rows.rows()];
        Arrays.setAll(sorted, row -> rows.predicted(row, index));
        Arrays.sort(sorted);
        int[] next = new int[sorted.length]; // where the next row of this value goes, by its first place
        int[] ascending = new int[sorted.length];
        for (int row = 0; row < ascending.length; row++) {
            int first = first(sorted, rows.predicted(row, index));
            ascending[first + next[first]++] = row;
        }
        return ascending;
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
