package slope.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

class HashedRowsTest {
    private static final Set<String> COLUMNS = Set.of("a", "b", "c", "d");

    /// All combinations of a few values and nothing, three times: `(1, null)`, `(null, 1)` and `(null, true)` too.
    private static List<Object[]> rows() {
        List<Object[]> rows = new ArrayList<>();
        for (Integer a : Arrays.asList(0, 1, null)) {
            for (Boolean b : Arrays.asList(false, true, null)) {
                for (String c : Arrays.asList("", "x", null)) {
                    for (Double d : Arrays.asList(0.0, -0.0, 1.0, null)) {
                        rows.addAll(Collections.nCopies(3, new Object[] {a, b, c, d}));
                    }
                }
            }
        }
        return rows;
    }

    private static List<Row> hashed(List<Object[]> rows, int partitions) {
        Dataset<Row> frame = LocalSpark.frame("a int, b boolean, c string, d double", rows.toArray(Object[][]::new));
        return HashedRows.of(TrainingFrame.of(frame.repartition(partitions), COLUMNS), Optional.empty())
                .collectAsList();
    }

    @Test
    void aRowHasTheSameHashFromWhateverPartition() {
        List<Object[]> rows = rows();
        List<String> expected = texts(hashed(rows, 1));

        assertThat(hashed(rows, 2).stream().map(HashedRows::hash)).doesNotHaveDuplicates();
        for (int partitions : List.of(3, 7)) {
            Collections.shuffle(rows, new Random(partitions));
            assertThat(texts(hashed(rows, partitions))).isEqualTo(expected);
        }
    }

    private static List<String> texts(List<Row> rows) {
        return rows.stream().map(Row::toString).sorted().toList();
    }

    /// Whatever their order; and no two rows can change places without a sign.
    @Test
    void theChecksumIsThatOfTheRows() {
        Object[][] rows = {{1L, "x"}, {2L, "y"}, {3L, "y"}};
        Object[][] turned = {{3L, "y"}, {1L, "x"}, {2L, "y"}};
        Object[][] swapped = {{1L, "y"}, {2L, "x"}, {3L, "y"}};

        assertThat(checksum(turned)).isEqualTo(checksum(rows));
        assertThat(checksum(rows).rows()).isEqualTo(3);
        assertThat(checksum(swapped)).isNotEqualTo(checksum(rows));
        assertThat(RowChecksum.of(byId(rows).collectAsList())).isEqualTo(checksum(rows));
        assertThat(checksum(new Object[0][])).isEqualTo(RowChecksum.NONE);
    }

    private static Dataset<Row> byId(Object[][] rows) {
        Dataset<Row> frame = LocalSpark.frame("id long, c string", rows);
        return HashedRows.of(TrainingFrame.of(frame, Set.of("c")), Optional.of("id"));
    }

    private static RowChecksum checksum(Object[][] rows) {
        Row sums = byId(rows)
                .agg(functions.count(functions.lit(1)), HashedRows.check())
                .head();
        return new RowChecksum(sums.getLong(0), sums.getLong(1));
    }
}
