package slope.bench;

import java.util.Arrays;
import java.util.Locale;

/// One line of results, in the form in which all programs compared print theirs.
final class Result {
    private final String work;
    private final String unit;
    private final double[] sorted;
    private final double examples;
    private final String more;

    /// @param work the workload's name
    /// @param unit of the times, such as `s/epoch`
    /// @param times each run's
    /// @param examples how many a time covers
    /// @param more further `name=value` pairs
    Result(String work, String unit, double[] times, double examples, String more) {
        this.work = work;
        this.unit = unit;
        this.sorted = times.clone();
        Arrays.sort(sorted);
        this.examples = examples;
        this.more = more;
    }

    static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    void print(String note) {
        double median = median(sorted);
        System.out.printf(
                Locale.ROOT,
                "RESULT work=%s unit=%s median=%.6g min=%.6g max=%.6g runs=%d ex_s=%.1f %s note=%s%n",
                work,
                unit,
                median,
                sorted[0],
                sorted[sorted.length - 1],
                sorted.length,
                examples / median,
                more,
                note);
    }
}
