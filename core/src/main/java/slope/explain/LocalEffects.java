package slope.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import slope.internal.table.SortedRows;
import slope.table.Column;
import slope.table.ColumnKind;
import slope.table.Table;

/// Computes accumulated local effects of a column with an order: each row is predicted with both ends of
/// the interval that its value is in, and the mean differences add up from one interval to the next.
final class LocalEffects {
    private static final int MOST_INTERVALS = 20;

    private final ModelOutputs outputs;
    private final Table table;
    private final Column column;
    private final int[] ascending; // rows with a value
    private final int[] ends; // rows with different values, ascending

    private LocalEffects(ModelOutputs outputs, Table table, String column, int[] rows) {
        this.outputs = outputs;
        this.table = table;
        this.column = table.column(column);
        this.ascending = SortedRows.ascending(
                IntStream.of(rows).filter(row -> !this.column.isMissing(row)).toArray(), this::key);
        this.ends = ends();
    }

    /// The effects; none of categories or of a column with one value.
    ///
    /// @param rows of the table that are predicted
    static List<Dependence.Effect> of(ModelOutputs outputs, Table table, String column, int[] rows) {
        LocalEffects effects = new LocalEffects(outputs, table, column, rows);
        return effects.column.kind() == ColumnKind.CATEGORY || effects.ends.length < 2 ? List.of() : effects.effects();
    }

    private double key(int row) {
        return SortedRows.key(column, row);
    }

    /// Of all values, or of the smallest, and quantiles up to the largest.
    private int[] ends() {
        int[] all = different(ascending);
        return all.length <= MOST_INTERVALS + 1
                ? all
                : different(IntStream.rangeClosed(0, MOST_INTERVALS)
                        .map(end -> ascending[(int) ((long) end * (ascending.length - 1) / MOST_INTERVALS)])
                        .toArray());
    }

    /// The first row of each value.
    private int[] different(int[] ascending) {
        List<Integer> different = new ArrayList<>();
        for (int row : ascending) {
            if (different.isEmpty() || key(different.getLast()) < key(row)) {
                different.add(row);
            }
        }
        return different.stream().mapToInt(row -> row).toArray();
    }

    private List<Dependence.Effect> effects() {
        MixedRows mixed = MixedRows.of(outputs.model(), table, column.name());
        int[] rows = new int[ends.length]; // in the interval up to each end; none in the first
        int end = 1; // an interval has its upper end, the first one both
        for (int row : ascending) {
            while (key(ends[end]) < key(row)) {
                end++;
            }
            rows[end]++;
            mixed.add(ends[end - 1], row);
            mixed.add(ends[end], row);
        }
        double[][] effects = accumulated(rows, outputs.of(mixed.decoded()));
        return IntStream.range(0, ends.length)
                .mapToObj(index -> new Dependence.Effect(
                        column.text(ends[index]),
                        key(ends[index]),
                        Arrays.stream(effects[index]).boxed().toList()))
                .toList();
    }

    /// Ends × outputs, 0 on average over the rows.
    ///
    /// @param predicted rows × two ends × outputs, by interval
    private double[][] accumulated(int[] rows, double[] predicted) {
        int width = outputs.count();
        double[][] effects = new double[ends.length][width];
        double[] mean = new double[width];
        int start = 0;
        for (int end = 1; end < ends.length; end++) {
            for (int output = 0; output < width; output++) {
                double sum = 0;
                for (int row = 0; row < rows[end]; row++) {
                    int at = start + row * 2 * width + output;
                    sum += predicted[at + width] - predicted[at];
                }
                effects[end][output] = effects[end - 1][output] + sum / Math.max(1, rows[end]);
                mean[output] += rows[end] * (effects[end - 1][output] + effects[end][output]) / 2 / ascending.length;
            }
            start += rows[end] * 2 * width;
        }
        for (double[] effect : effects) {
            Arrays.setAll(effect, output -> effect[output] - mean[output]);
        }
        return effects;
    }
}
