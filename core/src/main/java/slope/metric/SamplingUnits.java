package slope.metric;

import java.util.List;
import java.util.stream.IntStream;
import slope.internal.random.SplitRandom;

/// What a bootstrap draws: each unit with all of its rows. A value.
///
/// Rows that may be alike, such as those of a patient, are one unit: drawn one by one they would seem to be
/// more evidence than they are. From [#MOST] units on, several picked at random are drawn together. The
/// spread of a sum of independent units is the same that way; it is only estimated from fewer of them, here
/// to half a percent (a standard deviation of n units is known to 1/√(2n)).
public final class SamplingUnits {
    /// Units that are drawn one by one.
    static final int MOST = 20_000;

    private final int[] ofRow;
    private final int count;

    private SamplingUnits(int[] ofRow, int count) {
        this.ofRow = ofRow;
        this.count = count;
    }

    /// Each row by itself.
    ///
    /// @param seed of the rows that are drawn together where there are many
    public static SamplingUnits ofRows(int rows, long seed) {
        return new SamplingUnits(numbers(rows, seed), Math.min(rows, MOST));
    }

    /// Groups of rows.
    ///
    /// @param groups each row number from 0 in one of them
    /// @param seed of the groups that are drawn together where there are many
    public static SamplingUnits ofGroups(List<int[]> groups, long seed) {
        int[] numbers = numbers(groups.size(), seed);
        int[] ofRow = new int[groups.stream().mapToInt(group -> group.length).sum()];
        for (int group = 0; group < numbers.length; group++) {
            for (int row : groups.get(group)) {
                ofRow[row] = numbers[group];
            }
        }
        return new SamplingUnits(ofRow, Math.min(numbers.length, MOST));
    }

    private static int[] numbers(int things, long seed) {
        int[] numbers = IntStream.range(0, things).toArray();
        if (things > MOST) {
            SplitRandom.of(seed).shuffle(numbers);
            for (int thing = 0; thing < things; thing++) {
                numbers[thing] %= MOST;
            }
        }
        return numbers;
    }

    /// How many units there are.
    public int count() {
        return count;
    }

    /// How many rows they have together.
    public int rows() {
        return ofRow.length;
    }

    /// The number of a row's unit, from 0.
    int of(int row) {
        return ofRow[row];
    }

    /// The rows of the units that were drawn, each with its weight as often as it was.
    ScoredRows drawn(ScoredRows rows, int[] counts) {
        double[] weights = new double[ofRow.length];
        for (int row = 0; row < weights.length; row++) {
            weights[row] = rows.weight(row) * counts[ofRow[row]];
        }
        return rows.weighted(weights);
    }
}
