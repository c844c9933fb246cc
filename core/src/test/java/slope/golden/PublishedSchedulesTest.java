package slope.golden;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import slope.optimizer.LearningRate;
import slope.optimizer.Schedule;

/// pytabkit's schedules.
class PublishedSchedulesTest {
    private static final PublishedNumbers FILE = PublishedNumbers.of("schedules.json");

    @Test
    void everyScheduleHasTheSameShares() {
        assertShares("coslog4", new LearningRate.Coslog4(1)::at);
        assertShares("flat_cos", Schedule.FLAT_COSINE::at);
        assertShares("cos", new LearningRate.Cosine(1)::at);
        assertShares("linear", new LearningRate.Linear(1)::at);
    }

    private static void assertShares(String name, DoubleUnaryOperator schedule) {
        Distance.assertWithin(
                1e-9,
                FILE.get(name),
                Arrays.stream(FILE.get("progress").numbers()).map(schedule).toArray());
    }
}
