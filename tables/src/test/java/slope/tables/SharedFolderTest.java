package slope.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class SharedFolderTest {
    @TempDir
    private Path folder;

    @Test
    void aFolderThatIsThereIsUsed() {
        assertThat(SharedFolder.require(folder, true)).isEqualTo(folder);
    }

    @Test
    void aMissingFolderSkipsAtHomeAndFailsInContinuousIntegration() {
        Path missing = folder.resolve("shared");
        assertThatThrownBy(() -> SharedFolder.require(missing, false)).isInstanceOf(TestAbortedException.class);
        assertThatThrownBy(() -> SharedFolder.require(missing, true)).isInstanceOf(AssertionError.class);
    }
}
