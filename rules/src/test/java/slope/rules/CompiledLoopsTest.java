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

    /// As `-XX:+PrintCompilation` tells it: time, number, flags, level 4, method.
    private static final Pattern BY_THE_OPTIMIZING_COMPILER = Pattern.compile(" 4 +slope\\.vector\\.\\w*Tile::");

    private static final Pattern REPLACED_BY_IT = Pattern.compile("%.* 4 +slope\\.vector\\.\\w*Tile::");

    @TempDir
    private Path folder;

    /// A loop that is replaced while it runs is marked `%`; a tile is in the middle of one for most of a training.
    @Test
    void tilesAreCompiledBeforeTheyWork() throws Exception {
        List<String> compiled = compiled("-XX:CompileCommand=PrintCompilation,*Tile::*");

        assertThat(compiled).anyMatch(BY_THE_OPTIMIZING_COMPILER.asPredicate());
        assertThat(compiled.stream().filter(REPLACED_BY_IT.asPredicate())).isEmpty();
    }

    @Test
    void functionsOfVectorsAreCompiledIntoTheirLoops() throws Exception {
        List<String> ofVectors =
                compiled("-XX:+UnlockDiagnosticVMOptions -XX:CompileCommand=PrintInlining,slope.*::*").stream()
                        .filter(compiled -> compiled.contains("slope.vector.Vector"))
                        .toList();

        assertThat(ofVectors).isNotEmpty();
        assertThat(ofVectors.stream().filter(LEFT_OUTSIDE.asMatchPredicate())).isEmpty();
    }

    /// What the compiler says of a training.
    private List<String> compiled(String options) throws Exception {
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
        training.environment().put("SLOPE_JAVA_OPTIONS", options);

        return Checkout.run(training, line).succeeded().out().lines().toList();
    }
}
