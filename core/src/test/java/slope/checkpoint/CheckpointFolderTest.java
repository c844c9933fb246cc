package slope.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.data.DataException;
import slope.model.ModelState;

class CheckpointFolderTest {
    private static final List<ModelState> STATES = Trainings.states();

    @TempDir
    private Path parent;

    @Test
    void aStateOnTheDiskLeadsToTheSameModelAsTheOneInMemory() {
        float[] undisturbed = Trainings.parameters(Trainings.goOn(STATES.getFirst()));
        for (ModelState state : STATES) {
            try (CheckpointFolder folder = CheckpointFolder.open(path())) {
                folder.write(Trainings.identity(), state, state.atWork().isEmpty());
            }
            assertThat(Trainings.parameters(Trainings.goOn(read()))).isEqualTo(undisturbed);
        }
    }

    @Test
    void theLastTwoAreKeptAndNothingElse() throws IOException {
        writeAll(STATES.subList(0, 5));

        try (Stream<Path> files = Files.list(path())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("a.checkpoint", "b.checkpoint", "lock");
        }
        try (CheckpointFolder folder = CheckpointFolder.open(path())) {
            Checkpoint newest = folder.newest().orElseThrow();
            assertThat(newest.header()).isEqualTo(new Checkpoint.Header(5, false));
            assertThat(newest.identity()).isEqualTo(Trainings.identity());
        }
    }

    @Test
    void whatAKilledProcessLeftUnfinishedIsRemoved() throws IOException {
        writeAll(STATES.subList(0, 2));
        Path part = Files.writeString(path().resolve(".a.checkpoint.123-1.part"), "half of it");

        CheckpointFolder.open(path()).close();

        assertThat(part).doesNotExist();
    }

    @Test
    void aDamagedOneIsToldOfAndTheOtherTaken() throws IOException {
        writeAll(STATES.subList(0, 2));
        Files.writeString(path().resolve("b.checkpoint"), "nonsense");

        try (CheckpointFolder folder = CheckpointFolder.open(path())) {
            assertThat(folder.remarks())
                    .singleElement()
                    .asString()
                    .contains("b.checkpoint\" does not have the content");
            assertThat(folder.newest().orElseThrow().header().number()).isEqualTo(1);
            folder.write(Trainings.identity(), STATES.get(2), false); // in place of the damaged one
        }
        try (CheckpointFolder folder = CheckpointFolder.open(path())) {
            assertThat(folder.remarks()).isEmpty();
            assertThat(folder.newest().orElseThrow().header().number()).isEqualTo(2);
        }
    }

    @Test
    void twoDamagedOnesGetOneSentence() throws IOException {
        writeAll(STATES.subList(0, 2));
        Files.writeString(path().resolve("a.checkpoint"), "");
        Files.writeString(path().resolve("b.checkpoint"), "nonsense");

        assertThatThrownBy(() -> CheckpointFolder.open(path()))
                .isInstanceOf(DataException.class)
                .hasMessageContainingAll("nothing in", "a.checkpoint\" is too short, and", "begin anew")
                .hasMessageMatching("[^\\n]*");
        Files.delete(path().resolve("a.checkpoint"));
        Files.delete(path().resolve("b.checkpoint"));
        CheckpointFolder.open(path()).close(); // the refusal left no lock behind
    }

    @Test
    void oneTrainingAtATime() {
        try (CheckpointFolder _ = CheckpointFolder.open(path())) {
            assertThatThrownBy(() -> CheckpointFolder.open(path()))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("another training is writing its checkpoints");
        }
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Files.writeString(path(), "");

        assertThatThrownBy(() -> CheckpointFolder.open(path()))
                .hasMessageContaining("is a file; checkpoints need a folder");
    }

    /// The part that is written first is a way to a disk without room.
    @Test
    void aFullDiskLeavesTheCheckpointsThatAreThere() throws IOException {
        Path full = Path.of("/dev/full");
        assumeThat(full).as("a disk that is always full").exists();
        writeAll(STATES.subList(0, 2));
        try (CheckpointFolder folder = CheckpointFolder.open(path())) {
            long thread = Thread.currentThread().threadId();
            long process = ProcessHandle.current().pid();
            Files.createSymbolicLink(path().resolve(".a.checkpoint.%d-%d.part".formatted(process, thread)), full);

            assertThatThrownBy(() -> folder.write(Trainings.identity(), STATES.get(2), false))
                    .isInstanceOf(DataException.class)
                    .hasMessage("\"%s\" cannot be written: the disk is full; make room and try again"
                            .formatted(path().resolve("a.checkpoint")));
        }
        try (CheckpointFolder folder = CheckpointFolder.open(path())) {
            assertThat(folder.remarks()).isEmpty();
            assertThat(folder.newest().orElseThrow().header().number()).isEqualTo(2);
        }
    }

    private void writeAll(List<ModelState> states) {
        try (CheckpointFolder folder = CheckpointFolder.open(path())) {
            states.forEach(state -> folder.write(Trainings.identity(), state, false));
        }
    }

    private ModelState read() {
        try (CheckpointFolder folder = CheckpointFolder.open(path())) {
            return folder.newest().orElseThrow().state(Trainings.prepared(), Trainings.identity());
        }
    }

    private Path path() {
        return parent.resolve("run");
    }
}
