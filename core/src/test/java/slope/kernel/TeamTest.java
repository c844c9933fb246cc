package slope.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeamTest {
    private static final long WORTH_SHARING = 1_000_000;

    @ParameterizedTest
    @CsvSource({"1,100,8", "2,100,8", "3,7,1", "5,100,32", "5,3,2", "2,0,8"})
    void everyOutputIsComputedOnce(int threads, int length, int grain) {
        AtomicIntegerArray computed = new AtomicIntegerArray(length);
        try (Team team = Engine.scalar().threads(threads).start()) {
            team.share(
                    (worker, outputs, start, end) -> {
                        assertThat(worker.number()).isBetween(0, threads - 1);
                        assertThat(start % grain).isZero();
                        for (int output = start; output < end; output++) {
                            outputs.incrementAndGet(output);
                        }
                    },
                    computed,
                    length,
                    grain,
                    WORTH_SHARING);
        }
        for (int output = 0; output < length; output++) {
            assertThat(computed.get(output)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"1000000,2", "10,1"})
    void workIsSharedWhereItIsWorthIt(long cost, int workers) {
        AtomicIntegerArray worked = new AtomicIntegerArray(2);
        try (Team team = Engine.scalar().threads(2).start()) {
            team.share((worker, numbers, _, _) -> numbers.set(worker.number(), 1), worked, 100, 1, cost);
        }
        assertThat(worked.get(0) + worked.get(1)).isEqualTo(workers);
    }
}
