package slope.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import slope.table.Table;

/// Computes how columns move the predictions of rows: permutation SHAP. For each background row, columns
/// are put back one after the other in a drawn order, in turns of it that begin elsewhere, and in the
/// reverse of each, which is as far off on the other side (antithetic: Mitchell et al. 2022, arXiv
/// 2104.12199, section 4). Where there are few columns, all of their subsets are predicted instead.
///
/// Turns of one order differ more than separate draws would. So the variance among them is rather too
/// large than too small, and with it the standard error.
final class AttributedRows {
    /// Orders for each background row, besides their reverses.
    private static final int ORDERS = 4;

    /// Rows that are predicted together, at most.
    private static final int PREDICTED_TOGETHER = 1 << 16;

    private final ModelOutputs outputs;
    private final Table table;
    private final List<ColumnGroup> groups;
    private final int[] background;
    private final long seed;

    AttributedRows(ModelOutputs outputs, Table table, List<ColumnGroup> groups, int[] background, long seed) {
        this.outputs = outputs;
        this.table = table;
        this.groups = groups;
        this.background = background;
        this.seed = seed;
    }

    /// Whether all subsets of so few groups take no more predictions than drawn orders.
    static boolean isCheaperExact(int groups) {
        return 1L << Math.min(groups, Integer.SIZE) <= predictionsOfOrders(groups);
    }

    /// Predictions for each background row, at most.
    static long predictionsOfOrders(int groups) {
        return ORDERS * (2L * groups + 1);
    }

    /// The mean outputs of the background rows.
    List<Double> base() {
        double[] predicted = outputs.of(outputs.model().decoded(table.select(background)));
        double[] sums = new double[outputs.count()];
        for (int index = 0; index < predicted.length; index++) {
            sums[index % sums.length] += predicted[index];
        }
        return Arrays.stream(sums).map(sum -> sum / background.length).boxed().toList();
    }

    /// By drawn orders. Several rows are predicted together, as one would not keep all threads at work.
    List<Attribution> sampled(int... rows) {
        int together = (int) Math.max(1, PREDICTED_TOGETHER / (predictionsOfOrders(groups.size()) * background.length));
        List<Attribution> all = new ArrayList<>();
        for (int start = 0; start < rows.length; start += together) {
            all.addAll(sampledTogether(Arrays.copyOfRange(rows, start, Math.min(start + together, rows.length))));
        }
        return all;
    }

    private List<Attribution> sampledTogether(int... rows) {
        MixedRows mixed = new MixedRows(outputs.model(), table, groups);
        List<List<Walk>> walks = Arrays.stream(rows)
                .mapToObj(row -> walks(new Coalitions(table, groups, row, mixed)))
                .toList();
        double[] predicted = outputs.of(mixed.decoded());
        return IntStream.range(0, rows.length)
                .mapToObj(index -> sampled(rows[index], walks.get(index), predicted))
                .toList();
    }

    /// Background rows × orders × there and back.
    private List<Walk> walks(Coalitions coalitions) {
        List<Walk> walks = new ArrayList<>();
        for (int index = 0; index < background.length; index++) {
            coalitions.replaceBy(background[index]);
            int[] drawn = IntStream.range(0, groups.size()).toArray();
            Draw.ORDERS.random(seed, index).shuffle(drawn);
            for (int order = 0; order < ORDERS; order++) {
                int[] turned = turned(drawn, order);
                walks.add(new Walk(turned, coalitions));
                walks.add(new Walk(reversed(turned), coalitions));
            }
        }
        return walks;
    }

    private Attribution sampled(int row, List<Walk> walks, double[] predicted) {
        double[] sums = new double[groups.size() * outputs.count()];
        double[] variances = new double[sums.length];
        for (int first = 0; first < walks.size(); first += 2 * ORDERS) {
            addOrders(walks.subList(first, first + 2 * ORDERS), predicted, sums, variances);
        }
        return attribution(row, walks.getFirst().last(), predicted, sums, variances);
    }

    /// The same order from another place on, so that a group has a different place in each.
    private static int[] turned(int[] order, int turn) {
        int first = turn * order.length / ORDERS;
        return IntStream.range(0, order.length)
                .map(step -> order[(first + step) % order.length])
                .toArray();
    }

    private static int[] reversed(int[] order) {
        return IntStream.range(0, order.length)
                .map(step -> order[order.length - 1 - step])
                .toArray();
    }

    /// Adds the mean over the orders of one background row, and the variance of this mean.
    private void addOrders(List<Walk> walks, double[] predicted, double[] sums, double[] variances) {
        double[][] ofOrder = new double[ORDERS][sums.length];
        for (int walk = 0; walk < walks.size(); walk++) {
            walks.get(walk).add(predicted, ofOrder[walk / 2]);
        }
        for (int index = 0; index < sums.length; index++) {
            double mean = 0;
            for (double[] each : ofOrder) {
                mean += each[index] / 2 / ORDERS;
            }
            double squares = 0;
            for (double[] each : ofOrder) {
                squares += (each[index] / 2 - mean) * (each[index] / 2 - mean);
            }
            sums[index] += mean / background.length;
            variances[index] += squares / (ORDERS - 1) / ORDERS / background.length / background.length;
        }
    }

    /// The steps from a background row to the explained one.
    private static final class Walk {
        private final int[] order; // of the groups that are put back
        private final int[] numbers; // of the mixed rows, before the first step and after each

        Walk(int[] order, Coalitions coalitions) {
            this.order = order;
            this.numbers = new int[order.length + 1];
            BitSet kept = new BitSet();
            numbers[0] = coalitions.keeping(kept);
            for (int step = 0; step < order.length; step++) {
                kept.set(order[step]);
                numbers[step + 1] = coalitions.keeping(kept);
            }
        }

        int last() {
            return numbers[order.length];
        }

        /// Adds the difference that each step makes.
        ///
        /// @param predicted mixed rows × outputs
        /// @param sums groups × outputs
        void add(double[] predicted, double[] sums) {
            int width = sums.length / order.length;
            for (int step = 0; step < order.length; step++) {
                for (int output = 0; output < width; output++) {
                    sums[order[step] * width + output] +=
                            predicted[numbers[step + 1] * width + output] - predicted[numbers[step] * width + output];
                }
            }
        }
    }

    /// By all subsets of the groups: Σ |S|! (d − |S| − 1)! / d! · (v(S ∪ {g}) − v(S)).
    Attribution exact(int row) {
        MixedRows mixed = new MixedRows(outputs.model(), table, groups);
        Coalitions coalitions = new Coalitions(table, groups, row, mixed);
        int subsets = 1 << groups.size();
        int[][] numbers = new int[background.length][subsets];
        for (int index = 0; index < background.length; index++) {
            coalitions.replaceBy(background[index]);
            for (int subset = 0; subset < subsets; subset++) {
                numbers[index][subset] = coalitions.keeping(BitSet.valueOf(new long[] {subset}));
            }
        }
        double[] predicted = outputs.of(mixed.decoded());
        int width = outputs.count();
        double[] values = new double[subsets * width]; // means over the background
        for (int[] ofBackground : numbers) {
            for (int index = 0; index < values.length; index++) {
                values[index] += predicted[ofBackground[index / width] * width + index % width] / background.length;
            }
        }
        double[] sums = new double[groups.size() * width];
        for (int index = 0; index < sums.length; index++) {
            sums[index] = shapley(index / width, index % width, values);
        }
        return attribution(row, numbers[0][subsets - 1], predicted, sums, new double[sums.length]);
    }

    private double shapley(int group, int output, double[] values) {
        int width = outputs.count();
        int bit = 1 << group;
        double sum = 0;
        for (int subset = 0; subset < values.length / width; subset++) {
            if ((subset & bit) == 0) {
                sum += weight(Integer.bitCount(subset))
                        * (values[(subset | bit) * width + output] - values[subset * width + output]);
            }
        }
        return sum;
    }

    /// s! (d − s − 1)! / d! = 1 / (d · (d − 1 over s)).
    private double weight(int size) {
        double weight = 1.0 / groups.size();
        for (int index = 1; index <= size; index++) {
            weight *= (double) index / (groups.size() - index);
        }
        return weight;
    }

    /// @param own the number of the explained row among the predicted ones
    /// @param variances of the contributions
    private Attribution attribution(int row, int own, double[] predicted, double[] contributions, double[] variances) {
        int width = outputs.count();
        return new Attribution(
                row,
                lists(Arrays.copyOfRange(predicted, own * width, (own + 1) * width))
                        .getFirst(),
                lists(contributions),
                lists(Arrays.stream(variances).map(Math::sqrt).toArray()));
    }

    /// Rows of as many numbers as there are outputs.
    private List<List<Double>> lists(double[] numbers) {
        return IntStream.range(0, numbers.length / outputs.count())
                .map(row -> row * outputs.count())
                .mapToObj(start -> Arrays.stream(numbers, start, start + outputs.count())
                        .boxed()
                        .toList())
                .toList();
    }
}
