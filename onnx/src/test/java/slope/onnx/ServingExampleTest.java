package slope.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.Slope;
import slope.model.Model;
import slope.recipe.Recipe;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.DateColumn;
import slope.table.NumberColumn;
import slope.table.Table;

/// The code of `docs/reference/model-file.md` serves a model: its Java is what stands here, its Python is run as it
/// stands there, where there is one that has ONNX Runtime.
class ServingExampleTest {
    private static final Path PAGE = Path.of("../docs/reference/model-file.md");
    private static final String BEGINS = "// the page" + " begins";
    private static final String ENDS = "// the page" + " ends";
    private static final int ROWS = 240;

    @Test
    void theJavaWorks() throws Exception {
        Model model = model("day", "island");
        Files.createDirectories(Path.of("target"));
        Models.save(model, Path.of("target/model.onnx"));
        // the page begins
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession("target/model.onnx");
                OnnxTensor day = OnnxTensor.createTensor(environment, new double[][] {{20240103}, {Double.NaN}});
                OnnxTensor island =
                        OnnxTensor.createTensor(environment, new String[] {"Dream", ""}, new long[] {2, 1});
                OrtSession.Result result = session.run(Map.of("day", day, "island", island))) {
            double[][] values = (double[][]) result.get("value").orElseThrow().getValue();
            // the page ends
            Map<String, @Nullable Object> first = Map.of("day", 20_240_103, "island", "Dream");
            assertServed(model, first, values[0][0]);
            Map<String, @Nullable Object> second = new HashMap<>();
            second.put("day", null);
            second.put("island", null);
            assertServed(model, second, values[1][0]);
        }
    }

    @Test
    void itIsWhatStandsHere() throws Exception {
        String source = Files.readString(Path.of("src/test/java/slope/onnx/ServingExampleTest.java"));
        String here = source.substring(source.indexOf(BEGINS) + BEGINS.length(), source.indexOf(ENDS)) + "}";

        assertThat(bare(shown("java"))).isEqualTo(bare(here.replace("target/", "")));
    }

    @Test
    void thePythonWorks(@TempDir Path folder) throws Exception {
        assumeThat(python(folder, "import numpy, onnxruntime").exitCode())
                .as("python3 has numpy and onnxruntime: the program of model-file.md is run with them")
                .isZero();
        Model model = model("day", "island", "sold", "when");
        Models.save(model, folder.resolve("model.onnx"));

        Ran ran = python(folder, shown("python"));

        assertThat(ran.exitCode()).as(ran.out()).isZero();
        List<Double> values = Pattern.compile("-?\\d+\\.\\d*(e-?\\d+)?")
                .matcher(ran.out())
                .results()
                .map(found -> Double.valueOf(found.group()))
                .toList();
        assertThat(values).hasSize(2);
        LocalDateTime moment = LocalDateTime.of(2024, 3, 5, 6, 7, 8);
        assertServed(
                model, Map.of("day", 20_240_103, "island", "Dream", "sold", true, "when", moment), values.getFirst());
        Map<String, @Nullable Object> second = new HashMap<>(Map.of("day", 20_240_104));
        second.put("island", null);
        second.put("sold", null);
        second.put("when", null);
        assertServed(model, second, values.getLast());
    }

    private static void assertServed(Model model, Map<String, @Nullable Object> row, double value) {
        assertThat(value).isCloseTo(model.predict(row).value(), within(1e-4));
    }

    /// Trained to predict numbers between 0 and 3.
    private static Model model(String... columns) {
        double[] days = new double[ROWS];
        String[] islands = new String[ROWS];
        Boolean[] sold = new Boolean[ROWS];
        LocalDateTime[] moments = new LocalDateTime[ROWS];
        double[] values = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            days[row] = 20_240_101 + row % 20;
            islands[row] = List.of("Dream", "Biscoe", "Torgersen").get(row % 3);
            sold[row] = row % 2 == 0;
            moments[row] = LocalDateTime.of(2024, 1 + row % 12, 1 + row % 28, 6, 7, 8);
            values[row] = row % 3 + row % 20 / 20.0;
        }
        Table table = Table.of(
                NumberColumn.of("day", days),
                CategoryColumn.of("island", islands),
                BooleanColumn.of("sold", sold),
                DateColumn.of("when", moments),
                NumberColumn.of("price", values));
        return Slope.predict("price")
                .columns(columns)
                .recipe(Recipe.plain().hidden(List.of(8)).epochs(5))
                .fit(table)
                .model();
    }

    private static String shown(String language) throws Exception {
        String page = Files.readString(PAGE);
        int begin = page.indexOf("```" + language + "\n") + language.length() + 4;
        return page.substring(begin, page.indexOf("```", begin));
    }

    private static String bare(String code) {
        return code.replaceAll("\\s+", "");
    }

    private static Ran python(Path folder, String program) throws Exception {
        Path out = folder.resolve("out.txt");
        Files.writeString(folder.resolve("program.py"), program);
        Process process = new ProcessBuilder("sh", "-c", "python3 program.py")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        boolean ended = process.waitFor(10, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended).as("the program ended").isTrue();
        return new Ran(process.exitValue(), Files.readString(out));
    }

    private record Ran(int exitCode, String out) {}
}
