package slope.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import slope.model.FitRecord;
import slope.model.Model;
import slope.model.TrainingRanges;
import slope.preprocess.ColumnEncoder;
import slope.table.CategoryColumn;
import slope.table.DateOrder;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.target.Prediction;

/// Files that earlier versions wrote are read, and predict what they did then.
///
/// Beside each file stand its predictions. `main` writes the present version's; it was run once for each
/// release and never again for an old one.
class KeptFilesTest {
    private static final List<String> VERSIONS = List.of("0.1", "0.1-format-2");

    /// Models of what 0.1 did not have.
    private static final Set<String> LATER = Set.of("norms-gamma", "norms-tweedie");

    private static final int ROWS = 40;

    static Stream<String> kept() {
        return VERSIONS.stream()
                .flatMap(version -> models().keySet().stream()
                        .filter(name -> !version.equals("0.1") || !LATER.contains(name))
                        .map(name -> version + "/" + name));
    }

    /// Every kind of column, of layer, and of target, with networks of one member and of several.
    private static Map<String, Model> models() {
        Map<String, Model> models = new LinkedHashMap<>();
        models.put("columns", Cases.folds(Cases.columns(), Cases.MANY));
        models.put("layers", Cases.layered(Cases.QUANTILES));
        models.put("ensemble-classes", Cases.ensemble(Cases.TWO, 41));
        models.put("ensemble-labels", Cases.ensemble(Cases.LABELS, 42));
        models.put("ensemble-numbers", Cases.ensemble(Cases.NUMBERS, 43));
        models.put("ensemble-counts", Cases.ensemble(Cases.COUNT_OF_EXPOSED, 44));
        models.put("norms-gamma", Cases.normalized(Cases.GAMMA));
        models.put("norms-tweedie", Cases.normalized(Cases.TWEEDIE_OF_EXPOSED));
        return models;
    }

    @ParameterizedTest
    @MethodSource("kept")
    void oldFilesPredictAsTheyDid(String name) throws Exception {
        Model model = ModelFile.of(bytes(name + ".onnx")).model();
        assertThat(predictions(model, name)).isEqualTo(new String(bytes(name + ".txt"), StandardCharsets.UTF_8));
    }

    /// The file that `slope train examples/penguins.csv --target species --recipe plain --hidden 8 --epochs 20
    /// --folds 2 --seed 3` wrote.
    @Test
    void oldFilesTellHowTheyCameAbout() throws Exception {
        ModelFile file = ModelFile.of(bytes("0.1/trained.onnx"));
        Provenance provenance = file.provenance();
        FitRecord record = file.model().record();
        assertThat(provenance.slopeVersion()).isEqualTo("0.1.0-SNAPSHOT");
        assertThat(provenance.options()).startsWith("--target", "species").endsWith("--seed", "3");
        assertThat(record.data().rows()).isEqualTo(344);
        assertThat(record.data().hash()).startsWith("20ce88c55f19").hasSize(64);
        assertThat(record.data().splitHash().split(" ")).hasSize(2);
        assertThat(record.settings()).containsEntry("metric", "accuracy").containsEntry("batch", "32");
        assertThat(record.scores())
                .contains(new FitRecord.Score("accuracy", 0.9651162790697675, 0.9418604651162791, 0.4418604651162791));
        assertThat(record.history())
                .allSatisfy(history -> assertThat(history.trainingLosses()).hasSize(20))
                .hasSize(2);
        Table row = Table.of(
                NumberColumn.of("bill_length_mm", 39.1),
                NumberColumn.of("bill_depth_mm", 18.7),
                NumberColumn.of("flipper_length_mm", 181),
                NumberColumn.of("body_mass_g", 37_500),
                CategoryColumn.of("island", "Torgersen"),
                CategoryColumn.of("sex", "MALE"));
        assertThat(file.unusual(row, 0)).containsExactly("body_mass_g");
    }

    /// The first file that tells the order of its dates and holds a hash.
    @Test
    void oldFilesTellHowTheirDatesWereWritten() throws Exception {
        ModelFile file = ModelFile.of(bytes("0.1/dated.onnx"));
        assertThat(file.model().record().ranges())
                .contains(new TrainingRanges.Range(
                        "when", 1_294_916_144, 1_451_356_013, Optional.of(DateOrder.MONTH_FIRST)));
        Object[] cells = {LocalDateTime.of(2012, 1, 2, 3, 0), 0.5};
        Prediction prediction = file.model().predict(new String[] {"when", "x"}, cells);
        assertThat(prediction.value()).isEqualTo(4.522767917056964);
    }

    /// Writes the files of this version into a folder.
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        for (Map.Entry<String, Model> each : models().entrySet()) {
            Models.save(each.getValue(), folder.resolve(each.getKey() + ".onnx"));
            Files.writeString(folder.resolve(each.getKey() + ".txt"), predictions(each.getValue(), each.getKey()));
        }
    }

    private static List<ColumnEncoder> columns(String name) {
        if (name.contains("norms")) {
            return Cases.layeredColumns().subList(0, 5);
        }
        return name.endsWith("columns")
                ? Cases.columns()
                : name.endsWith("layers") ? Cases.layeredColumns() : Cases.ensembleColumns();
    }

    private static String predictions(Model model, String name) {
        StringBuilder text = new StringBuilder();
        for (Map<String, @Nullable Object> row : Cases.rows(columns(name), ROWS, 5)) {
            text.append(name.contains("ensemble") ? everyAnswer(model, row) : answer(model, row, name))
                    .append('\n');
        }
        return text.toString();
    }

    private static String answer(Model model, Map<String, @Nullable Object> row, String name) {
        Prediction prediction = model.predict(row);
        return prediction.text() + (name.endsWith("columns") ? " " + prediction.probability("漢") : "");
    }

    private static String everyAnswer(Model model, Map<String, @Nullable Object> row) {
        Prediction prediction = model.predict(row);
        List<String> answers = new ArrayList<>();
        for (int column = 0; column < model.target().columns().size(); column++) {
            answers.add(prediction.all().text(prediction.row(), column));
        }
        return String.join(" ", answers);
    }

    private static byte[] bytes(String name) throws Exception {
        try (InputStream file = KeptFilesTest.class.getResourceAsStream("/kept/" + name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        }
    }
}
