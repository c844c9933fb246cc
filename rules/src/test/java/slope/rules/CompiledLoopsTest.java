package slope.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the compiler makes of a whole training. A function of vectors that it leaves outside its loop makes an object
/// of
/// each vector: right, slow, and a collection of garbage every tenth of a second.
@Tag("long")
class CompiledLoopsTest {
    /// As `-XX:+PrintInlining` tells it: the functions that take and give vectors, by their classes.
    private static final Pattern LEFT_OUTSIDE = Pattern.compile(
            ".*slope\\.vector\\.Vector(Exponential|Hyperbolic|Logistic|Normal|Trigonometry).*failed to inline.*");

    @TempDir
    private Path folder;

    @Test
    void functionsOfVectorsAreCompiledIntoTheirLoops() throws Exception {
        List<String> line = List.of(
                "./slope",
                "train",
                "examples/penguins.csv",
                "--target",
                "species",
                "--epochs",
                "200",
                "-o",
                folder.resolve("model.onnx").toString());
        ProcessBuilder training = Checkout.process(Checkout.built().root(), line.toArray(String[]::new));
        training.environment()
                .put(
                        "SLOPE_JAVA_OPTIONS",
                        "-XX:+UnlockDiagnosticVMOptions -XX:CompileCommand=PrintInlining,slope.*::*");

        Checkout.Ran ran = Checkout.run(training, line);

        List<String> ofVectors = ran.succeeded()
                .out()
                .lines()
                .filter(compiled -> compiled.contains("slope.vector.Vector"))
                .toList();
        assertThat(ofVectors).isNotEmpty();
        assertThat(ofVectors.stream().filter(LEFT_OUTSIDE.asMatchPredicate())).isEmpty();
    }
}
