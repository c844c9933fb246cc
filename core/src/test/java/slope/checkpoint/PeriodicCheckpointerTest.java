package slope.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.fit.FitState;
import slope.table.DataException;
import slope.training.Checkpointer.Moment;

class PeriodicCheckpointerTest {
    private static final FitState STATE = Trainings.states().getFirst();
    private static final long MILLISECOND = 1_000_000;

    @TempDir
    private Path path;

    private final List<String> complaints = new ArrayList<>();
    private long now;
    private long readingTakes; // by the clock, each time it is looked at

    /// A checkpoint takes 2 ms here: its end is read 2 ms after its start.
    @Test
    void checkpointsAreWrittenAtOnceThenAfterEpochsAndAtTheLatestAfterTheInterval() {
        try (CheckpointFolder folder = CheckpointFolder.open(path)) {
            PeriodicCheckpointer checkpointer = checkpointer(folder);
            assertThat(checkpointer.wants(Moment.AFTER_BATCH)).isTrue();
            readingTakes = 2 * MILLISECOND;
            checkpointer.save(STATE);
            readingTakes = 0;
            long written = now;

            now = written + 99 * MILLISECOND; // 50 times 2 ms have not passed
            assertThat(checkpointer.wants(Moment.AFTER_EPOCH)).isFalse();
            assertThat(checkpointer.wants(Moment.AFTER_ALL)).isTrue();
            now = written + 101 * MILLISECOND;
            assertThat(checkpointer.wants(Moment.AFTER_EPOCH)).isTrue();
            assertThat(checkpointer.wants(Moment.AFTER_BATCH)).isFalse();
            now = written + 1000 * MILLISECOND;
            assertThat(checkpointer.wants(Moment.AFTER_BATCH)).isTrue();
        }
    }

    @Test
    void theFirstCheckpointHasToSucceed() throws IOException {
        try (CheckpointFolder folder = CheckpointFolder.open(path)) {
            Files.createDirectory(path.resolve("a.checkpoint")); // in its way
            PeriodicCheckpointer checkpointer = checkpointer(folder);

            assertThatThrownBy(() -> checkpointer.save(STATE)).isInstanceOf(DataException.class);
        }
    }

    @Test
    void laterOnesAreTriedAgainAndToldOfOnce() throws IOException {
        try (CheckpointFolder folder = CheckpointFolder.open(path)) {
            PeriodicCheckpointer checkpointer = checkpointer(folder);
            checkpointer.save(STATE);
            Path inTheWay = Files.createDirectory(path.resolve("b.checkpoint"));
            checkpointer.save(STATE);
            checkpointer.save(STATE);
            assertThat(complaints).singleElement().asString().contains("is a folder", "training continues");
            now += 999 * MILLISECOND;
            assertThat(checkpointer.wants(Moment.AFTER_EPOCH)).isFalse();
            now += MILLISECOND;
            assertThat(checkpointer.wants(Moment.AFTER_EPOCH)).isTrue();

            Files.delete(inTheWay);
            checkpointer.save(STATE);
            assertThat(path.resolve("b.checkpoint")).isRegularFile();
        }
    }

    private PeriodicCheckpointer checkpointer(CheckpointFolder folder) {
        return new PeriodicCheckpointer(folder, Trainings.identity(), Duration.ofSeconds(1), complaints::add, () -> {
            now += readingTakes;
            return now;
        });
    }
}
