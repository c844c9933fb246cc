package slope.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What can be known of the `Dockerfile` without Docker.
class ContainerTest {
    private static final SourceTree TREE = SourceTree.ofThisBuild();

    /// A package is called `target` as well as the folders of builds.
    @Test
    void eachSourceIsHandedToTheBuild() throws Exception {
        List<String> sources = TREE.mainJavaFiles().stream().map(TREE::relative).toList();

        assertThat(sources).anyMatch(file -> file.contains("/slope/target/"));
        List<PathMatcher> patterns = patterns();
        assertThat(sources).noneMatch(source -> isLeftOut(source, patterns));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {".git/HEAD", "target/slope/current", "core/target/classes/a.class", "studio-web/node_modules"})
    void whatBuildsLeaveIsNot(String file) throws Exception {
        assertThat(isLeftOut(file, patterns())).isTrue();
    }

    /// As Docker does: `**/` is also no folder at all.
    private static List<PathMatcher> patterns() throws Exception {
        return Files.readAllLines(TREE.root().resolve(".dockerignore")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .flatMap(line -> line.startsWith("**/") ? Stream.of(line, line.substring(3)) : Stream.of(line))
                .map(pattern -> FileSystems.getDefault().getPathMatcher("glob:" + pattern))
                .toList();
    }

    /// A pattern that fits a folder fits what is in it.
    private static boolean isLeftOut(String file, List<PathMatcher> patterns) {
        return Stream.iterate(Path.of(file), path -> path != null, Path::getParent)
                .anyMatch(path -> patterns.stream().anyMatch(pattern -> pattern.matches(path)));
    }
}
