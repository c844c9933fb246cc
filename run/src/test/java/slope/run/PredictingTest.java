package slope.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.Slope;
import slope.recipe.Recipe;
import slope.run.PredictionColumns.Probabilities;
import slope.table.DataException;
import slope.table.Table;
import slope.tables.ReadOptions;

class PredictingTest {
    private static final String PENGUINS = "../examples/penguins.csv";

    @TempDir
    private Path folder;

    private Path model = Path.of("");

    @BeforeEach
    void train() throws InterruptedException {
        model = folder.resolve("model.onnx");
        Run.of(TrainingRequest.of(
                                PENGUINS,
                                Slope.predict("species")
                                        .recipe(Recipe.plain()
                                                .hidden(List.of(4))
                                                .epochs(2)))
                        .model(model))
                .start()
                .await();
    }

    private Predicting predicting() {
        return Predicting.of(ModelAndRows.read(model, PENGUINS, ReadOptions.none()));
    }

    @Test
    void programsGetThePredictionsThatAreWritten() throws Exception {
        Predicting all = predicting()
                .keep(List.of("island"))
                .probabilities(Probabilities.SHOWN)
                .flagUnusual();
        List<Table> pieces = new ArrayList<>();
        StringWriter text = new StringWriter();
        Path file = folder.resolve("predictions.csv");

        NonFiniteRows rows = all.each(pieces::add).nonFinite();
        all.writeCsv(text, () -> {});
        all.write(file.toString());

        assertThat(rows.rows()).isEqualTo(344);
        assertThat(rows.warning()).isEmpty();
        assertThat(pieces.stream().mapToInt(Table::rows).sum()).isEqualTo(344);
        assertThat(pieces.getFirst().names())
                .startsWith("island", "prediction", "probability_Adelie")
                .endsWith("unusual");
        assertThat(text.toString().lines()).hasSize(345);
        assertThat(file).hasContent(text.toString());
    }

    @Test
    void valuesThatTrainingNeverSawAreTold() throws Exception {
        Path other = Files.writeString(
                folder.resolve("other.csv"), Files.readString(Path.of(PENGUINS)).replace("Biscoe", "biscoe"));
        PredictedRows rows = Predicting.of(ModelAndRows.read(model, other.toString(), ReadOptions.none()))
                .each(piece -> {});

        assertThat(rows.warnings()).isEmpty(); // fewer than half
        Files.writeString(
                other, Files.readString(other).replace("Dream", "dream").replace("Torgersen", "torgersen"));
        rows = Predicting.of(ModelAndRows.read(model, other.toString(), ReadOptions.none()))
                .each(piece -> {});
        assertThat(rows.warnings())
                .containsExactly("344 of 344 values of \"island\" were never seen in training, such as \"biscoe\"");
    }

    @Test
    void formulasAreEscapedOnDemand() throws Exception {
        String header = "island,=a,bill_length_mm,bill_depth_mm,flipper_length_mm,body_mass_g,sex,-b\n";
        Path rows = Files.writeString(
                folder.resolve("rows.csv"),
                header + "Dream,=1+1,40,18,190,3700,male,-5\nDream,@x,40,18,190,3700,,a=\n");
        Predicting kept = Predicting.of(ModelAndRows.read(model, rows.toString(), ReadOptions.none()))
                .keep(List.of("=a", "-b"));
        StringWriter asItIs = new StringWriter();
        StringWriter escaped = new StringWriter();

        kept.writeCsv(asItIs, () -> {});
        kept.forSpreadsheets().writeCsv(escaped, () -> {});

        assertThat(asItIs.toString()).startsWith("=a,-b,prediction\n=1+1,-5,");
        assertThat(escaped.toString())
                .startsWith("'=a,'-b,prediction\n'=1+1,-5,")
                .contains("\n'@x,a=,");
    }

    @Test
    void whatIsReadIsNotWrittenOver() throws Exception {
        byte[] before = Files.readAllBytes(model);

        assertThatThrownBy(() -> predicting().write(model.toString())).isInstanceOf(DataException.class);
        assertThatThrownBy(() -> predicting().write(PENGUINS)).isInstanceOf(DataException.class);

        assertThat(model).hasBinaryContent(before);
    }

    @Test
    void aColumnIsKeptOnce() {
        assertThatThrownBy(() -> predicting().keep(List.of("island", "island")))
                .hasMessageContaining("a column to keep is named twice");
    }
}
