package slope.serve.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.onnx.Models;
import slope.serve.TestModel;

class ModelSlotTest {
    private final List<String> log = new ArrayList<>();

    @TempDir
    private Path folder;

    private Path file;
    private ModelSlot slot;
    private long writes = 1_000_000;

    @BeforeEach
    void load() throws Exception {
        file = folder.resolve("kinds.onnx");
        Models.save(TestModel.MODEL, file);
        slot = new ModelSlot("kinds", file, Optional.empty());
        slot.load();
    }

    private void written(byte[] bytes) throws Exception {
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, FileTime.fromMillis(writes += 1000));
    }

    private void refreshTwice() {
        slot.refresh(log::add);
        slot.refresh(log::add);
    }

    @Test
    void anotherFileIsTakenWhenItIsStill() throws Exception {
        ServedModel before = slot.ready();
        Models.save(TestModel.trained(5), file);

        slot.refresh(log::add);
        assertThat(slot.ready()).as("it may be being written").isSameAs(before);
        slot.refresh(log::add);

        assertThat(slot.ready().version()).isPresent().isNotEqualTo(before.version());
        assertThat(log)
                .singleElement()
                .asString()
                .contains("was loaded again", slot.ready().version().orElseThrow());
    }

    @Test
    void aDamagedFileLeavesTheModelAndIsToldOnce() throws Exception {
        ServedModel before = slot.ready();
        byte[] whole = Files.readAllBytes(file);
        written(Arrays.copyOf(whole, whole.length / 2));

        refreshTwice();
        refreshTwice();

        assertThat(slot.ready()).isSameAs(before);
        assertThat(log)
                .singleElement()
                .asString()
                .startsWith("model \"kinds\" stays as it was: ")
                .contains(file.toString());

        written(whole);
        refreshTwice();
        assertThat(slot.ready()).isNotSameAs(before);
        assertThat(log).hasSize(2);
    }

    @Test
    void aFileThatIsGoneLeavesTheModel() throws Exception {
        ServedModel before = slot.ready();
        Files.delete(file);
        refreshTwice();
        refreshTwice();
        assertThat(slot.ready()).isSameAs(before);
        assertThat(log).singleElement().asString().contains("stays as it was: there is no file");

        Models.save(TestModel.trained(4), file);
        refreshTwice();
        assertThat(slot.ready()).isNotSameAs(before);
    }

    @Test
    void theSameFileIsNotLoadedAgain() {
        ServedModel before = slot.ready();
        refreshTwice();
        assertThat(slot.ready()).isSameAs(before);
        assertThat(log).isEmpty();
    }
}
