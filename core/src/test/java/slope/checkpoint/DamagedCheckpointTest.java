package slope.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.fit.FitPlan;
import slope.fit.FitState;
import slope.table.DataException;

/// Files that are no checkpoint, or were one.
class DamagedCheckpointTest {
    private static final FitPlan PREPARED = Trainings.prepared();

    @TempDir
    private Path folder;

    private Path file = Path.of("");
    private byte[] whole = {};

    @BeforeEach
    void write() throws IOException {
        FitState inTheSecondNetwork =
                Trainings.states().reversed().stream().skip(2).findFirst().orElseThrow();
        file = folder.resolve("a.checkpoint");
        CheckpointWriter.write(file, new Checkpoint.Header(1, false), Trainings.identity(), inTheSecondNetwork);
        whole = Files.readAllBytes(file);
    }

    @Test
    void everyFileThatWasCutOffIsNoticed() throws IOException {
        for (int length = 0; length < whole.length; length += 1 + length / 50) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> CheckpointReader.open(file))
                    .as("cut off after %d bytes", length)
                    .isInstanceOf(DamagedCheckpointException.class);
        }
    }

    @Test
    void everyByteThatIsOtherIsNoticed() throws IOException {
        for (int index = 0; index < whole.length; index += 1 + index / 50) {
            byte[] changed = whole.clone();
            changed[index] ^= 1;
            Files.write(file, changed);
            assertThatThrownBy(() -> CheckpointReader.open(file))
                    .as("byte %d", index)
                    .isInstanceOf(DamagedCheckpointException.class);
        }
    }

    /// Somebody who knows the format can give any content its checksum: it is then read, or refused in one
    /// sentence, and nothing is allocated for what is not there.
    @Test
    void anyContentIsReadOrRefusedInOneSentence() throws IOException {
        Checkpoint checkpoint = new Checkpoint(file, new Checkpoint.Header(1, false), Trainings.identity());
        for (int index = 0; index < whole.length - Integer.BYTES; index += 1 + index / 200) {
            byte[] changed = whole.clone();
            changed[index] = (byte) 0x7f; // lengths become some two thousand million
            Files.write(file, withChecksum(changed));
            try {
                checkpoint.state(PREPARED, Trainings.identity());
            } catch (DataException refusal) {
                assertThat(refusal.getMessage()).as("byte %d", index).startsWith("the checkpoint \"" + file + "\" ");
            }
        }
    }

    @Test
    void anotherFormatIsNamed() throws IOException {
        byte[] changed = whole.clone();
        changed[Long.BYTES + Integer.BYTES - 1] = 1; // the format's number follows the first eight bytes
        Files.write(file, withChecksum(changed));

        assertThatThrownBy(() -> CheckpointReader.open(file))
                .hasMessage("has format 1; this version of Slope reads formats 4 and 5");
    }

    private static byte[] withChecksum(byte[] bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, bytes.length - Integer.BYTES);
        ByteBuffer.wrap(bytes).putInt(bytes.length - Integer.BYTES, (int) checksum.getValue());
        return bytes;
    }
}
