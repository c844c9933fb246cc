package slope.target;

import java.util.Arrays;
import java.util.stream.IntStream;
import slope.internal.table.SortedRows;
import slope.metric.ScoredRows;
import slope.table.NumberColumn;

/// The probability from which on the positive of two classes is predicted, the second. Without one
/// the likelier class is.
///
/// @param probability from 0 to 1
public record Threshold(double probability) implements DecisionRule {
    private static final String WANTED = "f1, cost:FP,FN, rate:SHARE or a probability from 0 to 1";

    public Threshold {
        requireShare("threshold", probability);
    }

    @Override
    public int decide(double[] probabilities, int start) {
        return probabilities[start + 1] >= probability ? 1 : 0;
    }

    @Override
    public void requireFor(int classes) {
        if (classes != 2) {
            throw new IllegalArgumentException("a threshold is for two classes, not for " + classes);
        }
    }

    private static void requireShare(String what, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "the %s must be from 0 to 1, not %s".formatted(what, NumberColumn.text(share)));
        }
    }

    /// How a threshold is chosen.
    public sealed interface Choice {

        /// The threshold that suits some rows, none of which were trained on.
        ///
        /// @param rows of two classes, with their probabilities
        Threshold on(ScoredRows rows);

        /// As options and JSON have it: `f1`, `cost:5,1`, `rate:0.1` or `0.3`.
        String text();

        /// The choice of a text, see [#text].
        ///
        /// @throws IllegalArgumentException if there is none
        static Choice of(String text) {
            try {
                if (text.equals("f1")) {
                    return new HighestF1();
                }
                String list = text.substring(text.indexOf(':') + 1);
                double[] numbers = Arrays.stream(list.split(",", -1))
                        .mapToDouble(Choice::number)
                        .toArray();
                if (text.startsWith("cost:") && numbers.length == 2) {
                    return new LowestCost(numbers[0], numbers[1]);
                }
                if (text.startsWith("rate:") && numbers.length == 1) {
                    return new Rate(numbers[0]);
                }
                if (list.equals(text) && numbers.length == 1) {
                    return new Given(numbers[0]);
                }
            } catch (NumberFormatException none) {
                // refused below
            }
            throw new IllegalArgumentException("\"%s\" is no threshold; wanted is %s".formatted(text, WANTED));
        }

        /// Java's own suffixes and hexadecimal digits are no numbers of people.
        private static double number(String text) {
            if (!text.matches("[0-9.eE+-]+")) {
                throw new NumberFormatException(text);
            }
            return Double.parseDouble(text);
        }
    }

    /// A person names it.
    public record Given(double probability) implements Choice {
        public Given {
            requireShare("threshold", probability);
        }

        @Override
        public Threshold on(ScoredRows rows) {
            return new Threshold(probability);
        }

        @Override
        public String text() {
            return NumberColumn.text(probability);
        }
    }

    /// The one with the highest F1.
    public record HighestF1() implements Choice {
        @Override
        public Threshold on(ScoredRows rows) {
            return best(rows, counts -> 2 * counts.truePositives / (counts.predicted() + counts.actual));
        }

        @Override
        public String text() {
            return "f1";
        }
    }

    /// The one with the lowest cost of its errors.
    ///
    /// @param falsePositive the cost of a row that is predicted positive and is not, not below 0
    /// @param falseNegative the cost of a positive row that is not predicted so, not below 0
    public record LowestCost(double falsePositive, double falseNegative) implements Choice {
        public LowestCost {
            if (!(falsePositive >= 0 && falseNegative >= 0 && falsePositive + falseNegative > 0)
                    || Double.isInfinite(falsePositive + falseNegative)) {
                throw new IllegalArgumentException("costs must be at least 0, and one of them above, not %s and %s"
                        .formatted(NumberColumn.text(falsePositive), NumberColumn.text(falseNegative)));
            }
        }

        @Override
        public Threshold on(ScoredRows rows) {
            return best(
                    rows,
                    counts -> -falsePositive * counts.falsePositives
                            - falseNegative * (counts.actual - counts.truePositives));
        }

        @Override
        public String text() {
            return "cost:" + NumberColumn.text(falsePositive) + "," + NumberColumn.text(falseNegative);
        }
    }

    /// The one that predicts a share of the rows positive, as nearly as it can.
    public record Rate(double share) implements Choice {
        public Rate {
            requireShare("rate", share);
        }

        @Override
        public Threshold on(ScoredRows rows) {
            double wanted = share * rows.weight();
            return best(rows, counts -> -Math.abs(counts.predicted() - wanted));
        }

        @Override
        public String text() {
            return "rate:" + NumberColumn.text(share);
        }
    }

    /// The weights of rows at a threshold.
    ///
    /// @param actual of all rows of the class
    private record Counts(double truePositives, double falsePositives, double actual) {
        double predicted() {
            return truePositives + falsePositives;
        }
    }

    private interface Gain {
        double of(Counts counts);
    }

    /// The threshold of the greatest gain, of equals the highest. It lies in the middle between two
    /// probabilities, so that a rounding error moves no row to the other side.
    private static Threshold best(ScoredRows rows, Gain gain) {
        int[] ascending = SortedRows.ascending(
                IntStream.range(0, rows.rows())
                        .filter(row -> !Double.isNaN(rows.predicted(row, 1)))
                        .toArray(),
                row -> rows.predicted(row, 1));
        double actual = Arrays.stream(ascending)
                .filter(row -> rows.actual(row) == 1)
                .mapToDouble(rows::weight)
                .sum();
        double truePositives = 0;
        double falsePositives = 0;
        double above = 1;
        double most = Double.NEGATIVE_INFINITY;
        double found = 0.5;
        for (int place = ascending.length - 1; place >= -1; place--) {
            double probability = place < 0 ? 0 : rows.predicted(ascending[place], 1);
            if (probability < above) { // the rows so far are those above it
                double now = gain.of(new Counts(truePositives, falsePositives, actual));
                if (now > most) {
                    most = now;
                    found = (probability + above) / 2;
                }
                above = probability;
            }
            if (place >= 0) {
                boolean isPositive = rows.actual(ascending[place]) == 1;
                truePositives += isPositive ? rows.weight(ascending[place]) : 0;
                falsePositives += isPositive ? 0 : rows.weight(ascending[place]);
            }
        }
        return new Threshold(found);
    }
}
