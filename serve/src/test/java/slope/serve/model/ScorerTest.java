package slope.serve.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import slope.internal.table.JoinedTable;
import slope.serve.TestModel;
import slope.serve.http.HttpException;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.DataException;
import slope.table.NumberColumn;
import slope.table.Table;

class ScorerTest {
    private static final Deadline LATER = Deadline.in(Duration.ofMinutes(5));
    private static final double[] EXPECTED = TestModel.MODEL.decoded(TestModel.ROWS_OF_TRAINING);

    private static Table rows(int first, int count) {
        return TestModel.ROWS_OF_TRAINING.select(
                IntStream.range(first, first + count).toArray());
    }

    @Property(seed = "7", tries = 40)
    void joinedRowsArePredictedAsByThemselves(
            @ForAll @Size(min = 1, max = 9) List<@IntRange(min = 0, max = 55) Integer> firsts) {
        List<Table> tables =
                firsts.stream().map(first -> rows(first, 1 + first % 4)).toList();

        double[] joined = TestModel.MODEL.decoded(
                JoinedTable.of(tables, TestModel.MODEL.columns().keySet()));

        int start = 0;
        for (int first : firsts) {
            int length = 2 * (1 + first % 4);
            assertThat(Arrays.copyOfRange(joined, start, start + length))
                    .containsExactly(Arrays.copyOfRange(EXPECTED, 2 * first, 2 * first + length));
            start += length;
        }
    }

    @Test
    void manyRowsEndWithTheirTime() {
        Scorer scorer = new Scorer(TestModel.MODEL);
        int[] many = IntStream.range(0, 20_000).map(row -> row % 60).toArray();
        Table rows = TestModel.ROWS_OF_TRAINING.select(many);

        assertThat(scorer.decoded(rows, LATER)).containsExactly(TestModel.MODEL.decoded(rows));
        assertThatThrownBy(() -> scorer.decoded(rows, Deadline.in(Duration.ofNanos(-1))))
                .isInstanceOf(HttpException.class)
                .hasMessageContaining("took longer");
    }

    @Test
    void callersAtOnceGetTheirOwnRows() throws Exception {
        Scorer scorer = new Scorer(TestModel.MODEL);
        CountDownLatch begin = new CountDownLatch(1);
        List<Future<?>> callers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < 200; caller++) {
                int first = caller % 50;
                callers.add(threads.submit(() -> {
                    assertThat(begin.await(5, TimeUnit.MINUTES)).isTrue();
                    for (int call = 0; call < 20; call++) {
                        assertThat(scorer.decoded(rows(first, 3), LATER))
                                .containsExactly(Arrays.copyOfRange(EXPECTED, 2 * first, 2 * first + 6));
                    }
                    return first;
                }));
            }
            begin.countDown();
            for (Future<?> caller : callers) {
                assertThat(caller.get(5, TimeUnit.MINUTES)).isNotNull();
            }
        }
    }

    @Test
    void oneWrongRequestSpoilsNoOther() throws Exception {
        Scorer scorer = new Scorer(TestModel.MODEL);
        List<Column> columns =
                new ArrayList<>(rows(0, 1).without(Set.of("height")).columns());
        columns.add(CategoryColumn.of("height", "tall"));
        Table wrong = new Table(columns);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> good = new ArrayList<>();
            List<Future<?>> bad = new ArrayList<>();
            for (int caller = 0; caller < 100; caller++) {
                good.add(threads.submit(() -> scorer.decoded(rows(1, 1), LATER)));
                bad.add(threads.submit(() ->
                        assertThatThrownBy(() -> scorer.decoded(wrong, LATER)).isInstanceOf(DataException.class)));
            }
            for (int caller = 0; caller < 100; caller++) {
                assertThat((double[]) good.get(caller).get(5, TimeUnit.MINUTES))
                        .containsExactly(EXPECTED[2], EXPECTED[3]);
                assertThat(bad.get(caller).get(5, TimeUnit.MINUTES)).isNotNull();
            }
        }
    }

    @Test
    void aColumnWithoutAnyValueMayBeOfAnyKind() {
        Table empty = Table.of(
                NumberColumn.of("height", Double.NaN),
                NumberColumn.of("colour", Double.NaN),
                NumberColumn.of("big", Double.NaN),
                NumberColumn.of("day", Double.NaN));
        double[] alone = TestModel.MODEL.decoded(empty);

        double[] joined = TestModel.MODEL.decoded(JoinedTable.of(
                List.of(rows(0, 1), empty), TestModel.MODEL.columns().keySet()));

        assertThat(Arrays.copyOfRange(joined, 2, 4)).containsExactly(alone);
    }

    @Test
    void whatIsTooLateIsNotPredicted() {
        Scorer scorer = new Scorer(TestModel.MODEL);
        assertThatThrownBy(() -> scorer.decoded(rows(0, 1), Deadline.in(Duration.ofSeconds(-1))))
                .isInstanceOf(HttpException.class)
                .hasMessageContaining("longer");
    }
}
