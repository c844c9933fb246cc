package slope.metric;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import slope.internal.table.SortedRows;

/// The order of rows by a predicted probability: found once, and used for every sample of them.
final class RankedPlaces {
    private final int[] rows; // by the probability, ascending
    private final double[] weights; // of these
    private final int[] ranks; // twice the number of the probability, and one more for a positive row
    private final int probabilities;

    private RankedPlaces(int[] rows, double[] weights, int[] ranks, int probabilities) {
        this.rows = rows;
        this.weights = weights;
        this.ranks = ranks;
        this.probabilities = probabilities;
    }

    /// By the probability of the second of two classes, or by that of each label.
    static List<RankedPlaces> of(ScoredRows rows) {
        if (rows.form() == ScoredRows.Form.CLASSES) {
            return List.of(of(rows, 1, row -> rows.actual(row) == 1));
        }
        return IntStream.range(0, rows.width())
                .mapToObj(label -> of(rows, label, row -> rows.isActual(row, label)))
                .toList();
    }

    /// The scores of samples by a function of what is ranked.
    static ResampledScore resampled(ScoredRows rows, SamplingUnits units, ToDoubleFunction<List<RankedRows>> score) {
        List<RankedPlaces> places = of(rows);
        List<int[]> unitsOfPlaces = places.stream()
                .map(each -> IntStream.of(each.rows).map(units::of).toArray())
                .toList();
        return counts -> score.applyAsDouble(IntStream.range(0, places.size())
                .mapToObj(index -> places.get(index).drawn(unitsOfPlaces.get(index), counts))
                .toList());
    }

    /// None of the rows where a probability is NaN: they have no order.
    private static RankedPlaces of(ScoredRows rows, int index, IntPredicate isPositive) {
        int[] every = IntStream.range(0, rows.rows()).toArray();
        if (IntStream.of(every).anyMatch(row -> Double.isNaN(rows.predicted(row, index)))) {
            return new RankedPlaces(new int[0], new double[0], new int[0], 0);
        }
        int[] ascending = SortedRows.ascending(every, row -> rows.predicted(row, index));
        double[] weights = new double[ascending.length];
        int[] ranks = new int[ascending.length];
        int probabilities = 0;
        for (int place = 0; place < ascending.length; place++) {
            int row = ascending[place];
            boolean isTied = place > 0 && rows.predicted(row, index) == rows.predicted(ascending[place - 1], index);
            probabilities += isTied ? 0 : 1;
            weights[place] = rows.weight(row);
            ranks[place] = 2 * (probabilities - 1) + (isPositive.test(row) ? 1 : 0);
        }
        return new RankedPlaces(ascending, weights, ranks, probabilities);
    }

    /// All rows.
    RankedRows all() {
        double[] ofRanks = new double[2 * probabilities];
        for (int place = 0; place < ranks.length; place++) {
            ofRanks[ranks[place]] += weights[place];
        }
        return new RankedRows(ofRanks);
    }

    private RankedRows drawn(int[] units, int[] counts) {
        double[] ofRanks = new double[2 * probabilities];
        for (int place = 0; place < ranks.length; place++) {
            ofRanks[ranks[place]] += weights[place] * counts[units[place]];
        }
        return new RankedRows(ofRanks);
    }
}
