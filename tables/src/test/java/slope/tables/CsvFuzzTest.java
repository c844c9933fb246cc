package slope.tables;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/// Whatever the bytes of a file named `.csv` are, they are a table, which reads the same in pieces, or are
/// refused in one sentence.
///
/// The inputs tried in every build stand in `CsvFuzzTestInputs`: ordinary files, and what fuzzing has found.
class CsvFuzzTest {
    @TempDir
    private Path folder;

    @FuzzTest
    void anyBytesAreATableOrOneSentence(byte[] bytes) throws IOException {
        FuzzedFile.assertTableOrSentence(folder.resolve("t.csv"), bytes);
    }
}
