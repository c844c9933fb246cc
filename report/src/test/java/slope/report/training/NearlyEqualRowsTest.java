package slope.report.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import slope.internal.random.SplitRandom;
import slope.table.Column;
import slope.table.NumberColumn;
import slope.table.Table;

class NearlyEqualRowsTest {
    private static final int ROWS = 300;

    /// What is measured three times: the same in `inputs` columns, and another time each time.
    private static Table mixtures(int inputs) {
        List<Column> columns = new ArrayList<>();
        for (int input = 0; input < inputs; input++) {
            int seed = input;
            columns.add(column("part" + input, row -> random(seed, row / 3)));
        }
        columns.add(column("age", row -> 7 * (row % 3) + 1));
        return new Table(columns);
    }

    private static double random(int seed, int row) {
        return SplitRandom.of(seed, row).nextDouble();
    }

    private static Column column(String name, IntToDoubleFunction value) {
        double[] values = new double[ROWS];
        Arrays.setAll(values, value);
        return NumberColumn.of(name, values);
    }

    @Test
    void rowsThatDifferInOneInputAreFound() {
        Table table = mixtures(5);

        assertThat(NearlyEqualRows.in(table, table.names())).hasValueSatisfying(found -> {
            assertThat(found).isEqualTo(new NearlyEqualRows(ROWS, ROWS, List.of("age")));
            assertThat(found.text())
                    .isEqualTo("check: 300 of 300 different rows are the same as another in all inputs but \"age\"; if"
                            + " they are of one thing, a group column keeps them together");
        });
    }

    @Test
    void rowsThatDifferInTwoOfManyInputsAreFound() {
        List<Column> columns = new ArrayList<>(mixtures(7).columns());
        columns.add(column("noise", row -> random(99, row)));
        Table table = new Table(columns);

        assertThat(NearlyEqualRows.in(table, table.names()))
                .contains(new NearlyEqualRows(ROWS, ROWS, List.of("age", "noise")));
    }

    @Test
    void rowsOfFewValuesAreNearlyEqualByChance() {
        List<Column> columns = new ArrayList<>();
        for (int input = 0; input < 8; input++) {
            int seed = input;
            columns.add(column("c" + input, row -> Math.floor(3 * random(seed, row))));
        }
        Table table = new Table(columns);

        assertThat(NearlyEqualRows.in(table, table.names())).isEmpty();
    }

    @Test
    void neitherEqualNorDifferentRowsAreMeant() {
        Table equal = new Table(mixtures(5).columns().subList(0, 5));
        List<Column> columns = new ArrayList<>();
        for (int input = 0; input < 5; input++) {
            int seed = input;
            columns.add(column("c" + input, row -> random(seed, row)));
        }
        Table different = new Table(columns);

        assertThat(NearlyEqualRows.in(equal, equal.names())).isEmpty();
        assertThat(NearlyEqualRows.in(different, different.names())).isEmpty();
        assertThat(NearlyEqualRows.in(different, List.of("c0", "c1"))).isEmpty();
    }
}
