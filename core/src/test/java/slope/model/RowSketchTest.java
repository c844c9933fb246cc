package slope.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import slope.internal.random.SplitRandom;
import slope.table.CategoryColumn;
import slope.table.NumberColumn;
import slope.table.Table;

class RowSketchTest {
    private static final List<String> COLUMNS = List.of("x", "w");

    private static Table table(int rows, long seed) {
        SplitRandom random = SplitRandom.of(seed);
        double[] x = random.doubles(rows).toArray();
        String[] words = IntStream.range(0, rows)
                .mapToObj(row -> random.nextDouble() < 0.1 ? "" : "w" + random.below(5))
                .toArray(String[]::new);
        return Table.of(NumberColumn.of("x", x), CategoryColumn.of("w", words));
    }

    @Test
    void eachRowOfASmallTrainingIsRecognised() {
        Table training = table(300, 1);
        RowSketch sketch = RowSketch.of(training, COLUMNS);
        Table part = training.select(new int[] {7, 3, 299});
        assertThat(sketch.overlap(part, COLUMNS)).contains(new TrainingOverlap(3, 3, 3));
        assertThat(sketch.overlap(table(300, 2), COLUMNS)).isEmpty();
    }

    /// Columns in another order, and columns that do not count, are the same rows.
    @Test
    void onlyTheColumnsCount() {
        Table training = table(20, 1);
        Table other = Table.of(training.column("w"), NumberColumn.of("more", new double[20]), training.column("x"));
        assertThat(RowSketch.of(training, COLUMNS).overlap(other, COLUMNS)).contains(new TrainingOverlap(20, 20, 20));
        assertThat(RowSketch.of(training, COLUMNS).overlap(Table.of(NumberColumn.of("x", 1, 2)), COLUMNS))
                .isEmpty();
    }

    /// Half of 4,000 rows are the training's: of 20,000 training rows one in twenty can be checked, so of
    /// these rows about 200, of which half are known; four standard deviations are 57 and 29.
    @Test
    void aShareOfALargeTableIsTold() {
        Table training = table(20_000, 1);
        RowSketch sketch = RowSketch.of(training, COLUMNS);
        assertThat(sketch.hashes()).hasSize(1_024).isSorted();
        double[] x = new double[4_000];
        String[] words = new String[4_000];
        Table others = table(4_000, 2);
        for (int row = 0; row < 4_000; row++) {
            Table of = row % 2 == 0 ? training : others;
            x[row] = ((NumberColumn) of.column("x")).value(row);
            words[row] = of.column("w").isMissing(row) ? "" : of.column("w").text(row);
        }
        TrainingOverlap overlap = sketch.overlap(
                        Table.of(NumberColumn.of("x", x), CategoryColumn.of("w", words)), COLUMNS)
                .orElseThrow();
        assertThat(overlap.checked()).isBetween(148, 262);
        assertThat(2.0 * overlap.known() / overlap.checked()).isBetween(0.7, 1.3);
        assertThat(overlap.sentence()).contains("rows that can be checked, of 4,000, are equal");
    }

    /// Parts that share rows are the same as the whole, wherever each row is.
    @Test
    void partsMergeToTheSketchOfAllRows() {
        Table training = table(5_000, 1);
        List<RowSketch> parts = IntStream.range(0, 3)
                .mapToObj(part -> IntStream.range(0, 5_000)
                        .filter(row -> row % 3 == part || row % 100 == 0)
                        .toArray())
                .map(rows -> RowSketch.of(training.select(rows), COLUMNS))
                .toList();
        assertThat(RowSketch.merged(5_000, parts)).isEqualTo(RowSketch.of(training, COLUMNS));
        assertThat(RowSketch.merged(0, List.of()).overlap(training, COLUMNS)).isEmpty();
    }

    @Test
    void fewEqualRowsAreNotMost() {
        assertThat(new TrainingOverlap(100, 100, 49).isMost()).isFalse();
        assertThat(new TrainingOverlap(100, 100, 50).isMost()).isTrue();
        assertThat(new TrainingOverlap(100, 100, 1).sentence())
                .isEqualTo(
                        "1 of 100 rows is equal to rows of the training: scores of these say little about other rows");
    }
}
