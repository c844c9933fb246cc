package slope.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import slope.table.ColumnKind;
import slope.table.Table;

class ShardRowsTest {
    private static final SequencedMap<String, ColumnKind> KINDS = kinds();

    private static SequencedMap<String, ColumnKind> kinds() {
        SequencedMap<String, ColumnKind> kinds = new LinkedHashMap<>();
        kinds.put("size", ColumnKind.NUMBER);
        kinds.put("colour", ColumnKind.CATEGORY);
        return kinds;
    }

    @Test
    void theOrderIsThatOfHashesAndNotThatOfArrival() {
        List<Row> rows = new ArrayList<>();
        for (int row = 0; row < 500; row++) {
            long hash = row % 7 == 0 ? -3 : row * 0x9E3779B97F4A7C15L; // some ids stand twice
            rows.add(row((double) row, "colour " + row % 5, hash));
        }
        Table inOrder = table(rows);
        Collections.shuffle(rows, new Random(4));

        assertThat(cells(table(rows))).isEqualTo(cells(inOrder));
        assertThat(inOrder.rows()).isEqualTo(500);
        assertThat(inOrder.column("size").text(0)).isNotEqualTo("0");
    }

    /// Hashes that differ in their last bits only, cells that a text may be taken for.
    @Test
    void rowsThatAreNearlyAlikeHaveAnOrder() {
        List<Row> rows = new ArrayList<>();
        for (int row = 0; row < 200; row++) {
            rows.add(row((double) (row % 3), row % 2 == 0 ? null : "null", Long.MAX_VALUE - row % 50));
        }
        List<String> inOrder = cells(table(rows));
        List<Row> sample = sampled(rows);
        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(rows, new Random(seed));

            assertThat(cells(table(rows))).isEqualTo(inOrder);
            assertThat(sampled(rows)).isEqualTo(sample);
        }
    }

    @Test
    void missingCellsStayMissing() {
        Table table = table(List.of(row(null, "", 2), row(1.0, null, 1)));

        assertThat(table.column("size").isMissing(1)).isTrue();
        assertThat(table.column("colour").isMissing(0)).isTrue();
        assertThat(table.column("colour").isMissing(1)).isTrue();
    }

    @Test
    void sparkSendsARowToTheWorkerThatTheLayoutNames() {
        ShardLayout layout = new ShardLayout(8, 4);
        List<Row> workers = LocalSpark.session()
                .range(-50, 50)
                .select(functions.xxhash64(functions.col("id")).as("hash"))
                .select(functions.col("hash"), HashedRows.worker(layout))
                .collectAsList();

        assertThat(workers)
                .hasSize(100)
                .allSatisfy(row -> assertThat(row.getInt(1)).isEqualTo(layout.worker(row.getLong(0))));
    }

    private static Row row(@Nullable Double size, @Nullable String colour, long hash) {
        return RowFactory.create(size, colour, hash, 0L);
    }

    private static List<Row> sampled(List<Row> rows) {
        return ClusterJob.Sample.of(KINDS, rows, RowChecksum.NONE).rows();
    }

    private static List<String> cells(Table table) {
        return IntStream.range(0, table.rows())
                .mapToObj(row -> table.column("size").text(row) + " "
                        + table.column("colour").text(row))
                .toList();
    }

    private static Table table(List<Row> rows) {
        ShardRows shard = new ShardRows(KINDS);
        rows.forEach(shard::add);
        return shard.table();
    }
}
