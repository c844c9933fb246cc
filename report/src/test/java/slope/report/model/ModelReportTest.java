package slope.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.Slope;
import slope.conformal.CoverageChoice;
import slope.fit.RowSelection;
import slope.onnx.ModelFile;
import slope.report.Trained;
import slope.report.json.ReportSchemas;
import slope.run.Verification;
import slope.tables.TableSource;

class ModelReportTest {
    @TempDir
    private Path folder;

    @Test
    void theSchemaIsThatOfTheReport() throws Exception {
        Path model = folder.resolve("model.onnx");
        Trained.run(Trained.request("species").model(model));

        ReportSchemas.check(ModelReport.of(ModelFile.read(model)));
    }

    @Test
    void howIntervalsAreMadeIsToldOfASavedModel() throws Exception {
        Path model = folder.resolve("model.onnx");
        Trained.run(Trained.request(Slope.predict("body_mass_g")
                        .rows(RowSelection.defaults()
                                .coverage(CoverageChoice.of(0.8).by("island"))))
                .model(model));
        ModelReport report = ModelReport.of(ModelFile.read(model));

        ReportSchemas.check(report);
        assertThat(report.text(200))
                .contains("  intervals        the prediction ± ")
                .contains("made of 51 rows set aside, the 42nd smallest of their scores")
                .contains("by \"island\": Biscoe (")
                .contains("graph outputs    value, lower, upper");
    }

    @Test
    void aVerificationHasASchemaToo() throws Exception {
        Path model = folder.resolve("model.onnx");
        Trained.run(Trained.request("species").model(model));

        ReportSchemas.check(VerificationReport.of(
                Verification.of(model, TableSource.of(Trained.PENGUINS), Optional.empty(), Optional.empty())));
        Path other = Files.writeString(
                folder.resolve("other.csv"),
                Files.readString(Path.of(Trained.PENGUINS)).replace("39.1", "39.2"));
        VerificationReport differing = VerificationReport.of(
                Verification.of(model, TableSource.of(other.toString()), Optional.empty(), Optional.empty()));
        ReportSchemas.check(differing);
        assertThat(differing.differences()).isNotEmpty();
    }
}
