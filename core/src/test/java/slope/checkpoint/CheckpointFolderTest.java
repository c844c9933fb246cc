package slope.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.fit.FitState;
import slope.table.DataException;

class CheckpointFolderTest {
    private static final List<FitState> STATES = Trainings.states();

    @TempDir
    private Path parent;

    @Test
    void aStateOnTheDiskLeadsToTheSameModelAsTheOneInMemory() {
        float[] undisturbed = Trainings.parameters(Trainings.goOn(STATES.getFirst()));
        for (FitState state : STATES) {
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
                    .containsExactlyInAnyOrder("a.checkpoint", "b.checkpoint");
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
        Path left = Files.createDirectory(path().resolve(".a.checkpoint.123-1.part"));
        Files.writeString(left.resolve("a.checkpoint"), "half of it");
        Files.createFile(left.resolve("slope.lock")); // which no process holds
        Files.createFile(path().resolve("lock"));

        writeAll(STATES.subList(2, 3));

        assertThat(path().toFile().list()).containsExactlyInAnyOrder("a.checkpoint", "b.checkpoint");
    }

    @Test
    void whereNothingWasWrittenNothingStays() throws IOException {
        CheckpointFolder.open(parent.resolve("new/deep/run")).close();
        assertThat(parent).isEmptyDirectory();

        Path there = Files.createDirectory(path());
        CheckpointFolder.open(there).close();
        assertThat(there).isEmptyDirectory();
    }

    @Test
    void aDamagedOneIsToldOfAndTheOtherTaken() throws IOException {
        writeAll(STATES.subList(0, 2));
        Files.writeString(path().resolve("b.checkpoint"), "nonsense");

        try (CheckpointFolder folder = CheckpointFolder.open(path())) {
            assertThat(folder.remarks()).singleElement().asString().contains("b.checkpoint\" does not match");
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
                .hasMessageContainingAll("no checkpoint in", "a.checkpoint\" is too short, and", "start again")
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

    /// Of a full disk, see `DestinationTest`.
    @Test
    void oneThatCannotBeWrittenLeavesTheLast() throws IOException {
        writeAll(STATES.subList(0, 2));
        Path older = path().resolve("a.checkpoint");
        Path aside = parent.resolve("aside");
        try (CheckpointFolder folder = CheckpointFolder.open(path())) {
            Files.move(older, aside);
            Files.createDirectory(older);

            assertThatThrownBy(() -> folder.write(Trainings.identity(), STATES.get(2), false))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("\"%s\" is a folder".formatted(older));
        }
        Files.delete(older);
        Files.move(aside, older);
        try (CheckpointFolder folder = CheckpointFolder.open(path())) {
            assertThat(folder.remarks()).isEmpty();
            assertThat(folder.newest().orElseThrow().header().number()).isEqualTo(2);
        }
    }

    private void writeAll(List<FitState> states) {
        try (CheckpointFolder folder = CheckpointFolder.open(path())) {
            states.forEach(state -> folder.write(Trainings.identity(), state, false));
        }
    }

    private FitState read() {
        try (CheckpointFolder folder = CheckpointFolder.open(path())) {
            return folder.newest().orElseThrow().state(Trainings.prepared(), Trainings.identity());
        }
    }

    private Path path() {
        return parent.resolve("run");
    }
}
