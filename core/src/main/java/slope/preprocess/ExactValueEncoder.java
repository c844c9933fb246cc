package slope.preprocess;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import slope.internal.table.KindMismatch;
import slope.table.Column;
import slope.table.ColumnKind;
import slope.table.NumberColumn;

/// Encodes a number as the code of its exact value, beside its [NumberEncoder]: 1 for the smallest
/// value that has one, and so on.
///
/// A spiky column needs it: one value fills it, and the others, such as amounts that a law knows, mean
/// something each. Scaled by their range, all of them lie close together.
public final class ExactValueEncoder implements CodeEncoder {
    /// More values than this are numbers on a scale, whose size says more than which one it is.
    private static final int MOST_VALUES = 255;

    /// Amounts leave out most of the numbers between them; counts and brightness do not, and their size
    /// says it all.
    private static final double FEWEST_GAPS = 10;

    private final String column;
    private final double[] values;

    /// @param column the column's name
    /// @param values those with a code of their own, ascending, without NaN
    public ExactValueEncoder(String column, List<Double> values) {
        this.column = column;
        this.values = values.stream().mapToDouble(value -> value + 0.0).toArray(); // −0.0 is 0.0
        for (int index = 0; index < this.values.length; index++) {
            if (Double.isNaN(this.values[index]) || (index > 0 && this.values[index] <= this.values[index - 1])) {
                throw new IllegalArgumentException(
                        "the values of column \"%s\" do not ascend: %s".formatted(column, values));
            }
        }
    }

    /// Fitted to training rows, if the column is spiky: one value is in more than half of the rows, and
    /// most of the others are in rows enough to learn from, and lie far apart.
    static Optional<ExactValueEncoder> ofSpikes(NumberColumn training) {
        double[] present = present(training);
        List<Run> runs = runs(present);
        Run spike = runs.stream().max(Comparator.comparingInt(Run::rows)).orElse(new Run(0, 0));
        List<Run> frequent =
                runs.stream().filter(run -> run.rows >= MINIMUM_FREQUENCY).toList();
        int others = present.length - spike.rows;
        int covered = frequent.stream().mapToInt(Run::rows).sum() - spike.rows;
        return 2 * spike.rows > present.length
                        && 2 * covered > others
                        && frequent.size() > 2
                        && frequent.size() <= MOST_VALUES
                        && areFarApart(frequent)
                ? Optional.of(new ExactValueEncoder(
                        training.name(), frequent.stream().map(Run::value).toList()))
                : Optional.empty();
    }

    /// Whether few of the numbers that the column could have between its values are among them: of whole
    /// numbers, or of those as far apart as the two closest.
    private static boolean areFarApart(List<Run> ascending) {
        boolean areWhole = ascending.stream().allMatch(run -> run.value == Math.rint(run.value));
        double smallest = areWhole ? 1 : Double.POSITIVE_INFINITY;
        for (int index = 1; index < ascending.size(); index++) {
            smallest = Math.min(smallest, ascending.get(index).value - ascending.get(index - 1).value);
        }
        double places = (ascending.getLast().value - ascending.getFirst().value) / smallest;
        return places >= FEWEST_GAPS * ascending.size();
    }

    /// A value and the number of rows that have it.
    private record Run(double value, int rows) {}

    /// Ascending.
    private static double[] present(NumberColumn training) {
        double[] values = new double[training.rows()];
        Arrays.setAll(values, row -> training.value(row) + 0.0);
        return Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
    }

    private static List<Run> runs(double[] ascending) {
        List<Run> runs = new ArrayList<>();
        int start = 0;
        for (int index = 1; index <= ascending.length; index++) {
            if (index == ascending.length || ascending[index] != ascending[start]) {
                runs.add(new Run(ascending[start], index - start));
                start = index;
            }
        }
        return runs;
    }

    /// The values with a code of their own, ascending, in the order of the codes from 1.
    public List<Double> values() {
        return Arrays.stream(values).boxed().toList();
    }

    @Override
    public int count() {
        return values.length + 1;
    }

    @Override
    public String column() {
        return column;
    }

    @Override
    public Optional<ColumnKind> reads() {
        return Optional.of(ColumnKind.NUMBER);
    }

    @Override
    public List<String> inputNames() {
        return List.of(column + " exactly");
    }

    @Override
    public void encode(Column cells, float[] inputs, int offset, int stride) {
        int index = offset;
        int rows = cells.rows();
        for (int row = 0; row < rows; row++) {
            inputs[index] = cells.isMissing(row) ? 0 : code(number(cells, row));
            index += stride;
        }
    }

    private int code(double value) {
        return Math.max(Arrays.binarySearch(values, value + 0.0) + 1, 0);
    }

    private static double number(Column cells, int row) {
        if (cells instanceof NumberColumn numbers) {
            return numbers.value(row);
        }
        throw KindMismatch.at(cells, row, ColumnKind.NUMBER);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExactValueEncoder that
                && column.equals(that.column)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * column.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "ExactValueEncoder[%s, %s]".formatted(column, Arrays.toString(values));
    }
}
