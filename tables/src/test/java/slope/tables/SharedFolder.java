package slope.tables;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.opentest4j.TestAbortedException;

/// The folder `shared` beside the project, with data sets whose licences keep them out of it.
///
/// Where it is absent, tests that need it are skipped and say so; in continuous integration (`CI=true`)
/// they fail, because nobody would notice.
public final class SharedFolder {
    private SharedFolder() {}

    /// The folder of data sets.
    public static Path data() {
        Path project = projectRoot(Path.of("").toAbsolutePath());
        return require(project.resolveSibling("shared").resolve("data"), "true".equals(System.getenv("CI")));
    }

    static Path require(Path folder, boolean continuousIntegration) {
        if (Files.isDirectory(folder)) {
            return folder;
        }
        String sentence = "there is no folder " + folder + " with the shared data sets";
        if (continuousIntegration) {
            throw new AssertionError(sentence);
        }
        throw new TestAbortedException(sentence + "; this test is skipped");
    }

    /// The folder that has the wrapper of the build, at or above this one.
    private static Path projectRoot(Path folder) {
        if (Files.exists(folder.resolve("mvnw"))) {
            return folder;
        }
        return projectRoot(Optional.ofNullable(folder.getParent())
                .orElseThrow(() -> new AssertionError("the tests run outside the project")));
    }
}
