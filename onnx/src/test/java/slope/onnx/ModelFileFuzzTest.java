package slope.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import slope.layer.Activation;
import slope.model.Model;
import slope.onnx.format.OnnxException;
import slope.preprocess.ColumnEncoder;
import slope.preprocess.MissingIndicator;
import slope.preprocess.NumberEncoder;
import slope.preprocess.Scaler;
import slope.table.ColumnKind;

/// Whatever the bytes are, they are a model that can be used and saved again, or are refused in one
/// sentence; soon, and without much memory.
///
/// The inputs tried in every build stand in `ModelFileFuzzTestInputs`: small files of Slope's and of other
/// programs' (`main` wrote them), and what fuzzing has found.
class ModelFileFuzzTest {

    @FuzzTest
    void anyBytesAreAModelOrOneSentence(byte[] bytes) {
        assertModelOrSentence(() -> ModelFile.of(bytes));
    }

    static void assertModelOrSentence(Supplier<ModelFile> file) {
        if (allocatedFor(file) > Allocation.MOST) {
            // Once more, because loading classes allocates too.
            assertThat(allocatedFor(file)).isLessThan(Allocation.MOST);
        }
    }

    private static long allocatedFor(Supplier<ModelFile> file) {
        long before = Allocation.bytes();
        try {
            use(file.get().model());
        } catch (OnnxException refused) {
            assertThat(refused.getMessage()).isNotBlank().matches("[^\\p{Cntrl}]*");
        }
        return Allocation.bytes() - before;
    }

    private static void use(Model model) {
        model.predict(row(model));
        ModelFile again = ModelFile.of(new ModelFile(model, Provenance.unknown()).toByteArray());
        assertThat(again.model().target()).isEqualTo(model.target());
    }

    private static Map<String, Object> row(Model model) {
        Map<String, Object> row = new HashMap<>();
        for (Map.Entry<String, ColumnKind> column : model.columns().entrySet()) {
            row.put(
                    column.getKey(),
                    switch (column.getValue()) {
                        case NUMBER -> 1.5;
                        case CATEGORY -> "x";
                        case BOOLEAN -> true;
                        case DATE -> Instant.EPOCH;
                    });
        }
        return row;
    }

    /// Writes the first seeds into a folder.
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        List<ColumnEncoder> columns =
                List.of(new NumberEncoder("n", 0.5, new Scaler.Standard(0.25, 2)), new MissingIndicator("n", 1, 0));
        Files.write(folder.resolve("plain"), bytes(Cases.model(columns, Cases.NUMBER, Activation.RELU, 1)));
        Files.write(folder.resolve("layers"), bytes(Cases.layered(Cases.TWO)));
        Files.write(folder.resolve("ranks"), bytes(Cases.ensemble(Cases.COUNT_OF_EXPOSED, 1)));
        ImportedWriter pytorch = new ImportedWriter()
                .tensor("w1", 2, ImportedWriter.INPUTS)
                .tensor("b1", 2)
                .tensor("w2", 2, 2);
        pytorch.node("Gemm", "a", "x", "w1", "b1").attribute("transB", 1).node("Elu", "b", "a");
        pytorch.node("MatMul", "c", "b", "w2").node("Softmax", "y", "c");
        Files.write(folder.resolve("pytorch"), pytorch.bytes("y", 2));
        ImportedWriter keras = new ImportedWriter().positive("s", ImportedWriter.INPUTS);
        keras.node("Flatten", "f", "x").node("Cast", "c", "f").attribute("to", 1);
        keras.node("BatchNormalization", "n", "c", "s", "s", "s", "s").node("Add", "a", "n", "s");
        keras.node("Sigmoid", "y", "a");
        Files.write(folder.resolve("keras"), keras.bytes("y", 3));
        for (String name : List.of("pytorch-old-17-view", "pytorch-old-17-gelu-tanh", "pytorch-old-17-normalised")) {
            Files.write(folder.resolve(name), ImportedExportsTest.bytes(name));
        }
    }

    private static byte[] bytes(Model model) {
        return new ModelFile(model, Provenance.unknown()).toByteArray();
    }
}
