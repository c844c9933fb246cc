package slope.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import slope.data.ColumnEncoding;
import slope.model.Model;
import slope.model.Prediction;

/// Files that earlier versions wrote are read, and predict what they did then.
///
/// Beside each file stand its predictions. `main` writes the present version's; it was run once for each
/// release and never again for an old one.
class KeptFilesTest {
    private static final List<String> VERSIONS = List.of("0.1");
    private static final int ROWS = 40;

    static Stream<String> kept() {
        return VERSIONS.stream()
                .flatMap(version -> Stream.of("columns", "layers").map(name -> version + "/" + name));
    }

    @ParameterizedTest
    @MethodSource("kept")
    void oldFilesPredictAsTheyDid(String name) throws Exception {
        Model model = ModelFile.of(bytes(name + ".onnx")).model();
        assertThat(predictions(model, name)).isEqualTo(new String(bytes(name + ".txt"), StandardCharsets.UTF_8));
    }

    /// Writes the files of this version into a folder.
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        write(folder, "columns", Cases.folds(Cases.columns(), Cases.MANY));
        write(folder, "layers", Cases.layered(Cases.QUANTILES));
    }

    private static void write(Path folder, String name, Model model) throws Exception {
        Models.save(model, folder.resolve(name + ".onnx"));
        Files.writeString(folder.resolve(name + ".txt"), predictions(model, name));
    }

    private static String predictions(Model model, String name) {
        List<ColumnEncoding> columns = name.endsWith("columns") ? Cases.columns() : Cases.layeredColumns();
        StringBuilder text = new StringBuilder();
        for (Map<String, @Nullable Object> row : Cases.rows(columns, ROWS, 5)) {
            Prediction prediction = model.predict(row);
            text.append(prediction.text());
            if (name.endsWith("columns")) {
                text.append(' ').append(prediction.probability("漢"));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static byte[] bytes(String name) throws Exception {
        try (InputStream file = KeptFilesTest.class.getResourceAsStream("/kept/" + name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        }
    }
}
