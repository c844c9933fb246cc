package slope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pages of the libraries. It lies here because the class path of the command line has all that they need.
@Tag("long")
class JavadocTest {
    private static final List<String> LIBRARIES =
            List.of("core", "vector", "onnx", "tables", "duckdb", "excel", "run", "report", "serve");

    @Test
    void thePagesOfTheLibrariesAreMadeWithoutAWarning(@TempDir Path pages) {
        List<String> options = new ArrayList<>(
                List.of("-quiet", "-Xdoclint:all,-missing", "-d", pages.toString(), "--module-path", jars()));
        for (String library : LIBRARIES) {
            options.add("--module-source-path");
            options.add("slope." + library + "=" + Path.of("..", library, "src", "main", "java"));
        }
        options.add("--module");
        options.add(LIBRARIES.stream().map(library -> "slope." + library).collect(Collectors.joining(",")));
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        int exitCode = ToolProvider.findFirst("javadoc").orElseThrow().run(out, out, options.toArray(String[]::new));
        assertThat(exitCode).as("javadoc says: %s", said).isZero();
        assertThat(said.toString()
                        .lines()
                        .filter(line -> line.contains("warning:"))
                        .filter(line -> !line.contains("[incubating]"))) // of the Vector API, always
                .isEmpty();
        assertThat(pages.resolve("slope.core/slope/Slope.html")).exists();
    }

    /// Of other projects: the modules that the libraries require are among them.
    private static String jars() {
        return Pattern.compile(File.pathSeparator)
                .splitAsStream(System.getProperty("java.class.path"))
                .filter(
                        each -> each.matches(
                                ".*/(jspecify|duckdb_jdbc|fastexcel-reader|fastdoubleparser|jackson-[a-z]+|jline-terminal)-[^/]*\\.jar"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
