package slope.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import slope.Slope;
import slope.internal.random.SplitRandom;
import slope.model.Model;
import slope.recipe.Recipe;
import slope.table.Column;
import slope.table.NumberColumn;
import slope.table.Table;

/// What a service waits for: one row of ten columns through encoding and three layers of 64 units, given as a
/// `Map`, a record, or names and values.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class RowPredictionBenchmark {
    private static final int ROWS = 500;
    private static final String[] NAMES = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"};

    private final Row row = new Row(0.1, -0.2, 0.3, -0.4, 0.5, -0.6, 0.7, -0.8, 0.9, -1);
    private final Object[] values = {0.1, -0.2, 0.3, -0.4, 0.5, -0.6, 0.7, -0.8, 0.9, -1.0};
    private final Map<String, Object> map = new HashMap<>();
    private final Model model = trained();

    /// One of the table's rows.
    public record Row(
            double a, double b, double c, double d, double e, double f, double g, double h, double i, double j) {}

    /// Makes sure that all three ways say the same.
    @Setup
    public void prepare() {
        for (int index = 0; index < NAMES.length; index++) {
            map.put(NAMES[index], values[index]);
        }
        if (fromMap() != fromRecord() || fromMap() != fromArrays()) {
            throw new IllegalStateException("a row is predicted otherwise from a map than from a record or arrays");
        }
    }

    private static Model trained() {
        double[][] cells = new double[NAMES.length + 1][ROWS];
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < NAMES.length; column++) {
                cells[column][row] = SplitRandom.of(1, row, column).nextGaussian();
                cells[NAMES.length][row] += cells[column][row];
            }
        }
        List<Column> columns = new ArrayList<>();
        for (int column = 0; column < NAMES.length; column++) {
            columns.add(NumberColumn.of(NAMES[column], cells[column]));
        }
        columns.add(NumberColumn.of("sum", cells[NAMES.length]));
        Recipe recipe = Recipe.plain().hidden(List.of(64, 64, 64)).epochs(3);
        return Slope.predict("sum").recipe(recipe).fit(new Table(columns)).model();
    }

    @Benchmark
    public double fromMap() {
        return model.predict(map).value();
    }

    @Benchmark
    public double fromRecord() {
        return model.predict(row).value();
    }

    @Benchmark
    public double fromArrays() {
        return model.predict(NAMES, values).value();
    }
}
