package slope.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileLengthTest {
    @Test
    void noFileIsTooLong() throws Exception {
        SourceTree tree = SourceTree.ofThisBuild();
        List<String> complaints = new ArrayList<>();
        for (Path file : tree.javaFiles()) {
            FileLength.complaint(tree.relative(file), Files.readString(file)).ifPresent(complaints::add);
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void theLastAllowedLineIsAllowed() {
        assertThat(FileLength.complaint("A.java", "line\n".repeat(FileLength.MOST_LINES)))
                .isEmpty();
    }

    @Test
    void oneLineMoreIsTooMany() {
        assertThat(FileLength.complaint("A.java", "line\n".repeat(FileLength.MOST_LINES + 1)))
                .hasValueSatisfying(complaint -> assertThat(complaint).startsWith("A.java has 501 lines"));
    }
}
