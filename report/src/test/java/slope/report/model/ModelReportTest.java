package slope.report.model;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.onnx.ModelFile;
import slope.report.Trained;
import slope.report.json.ReportSchemas;

class ModelReportTest {
    @TempDir
    private Path folder;

    @Test
    void theSchemaIsThatOfTheReport() throws Exception {
        Path model = folder.resolve("model.onnx");
        Trained.run(Trained.request("species").model(model));

        ReportSchemas.check(ModelReport.of(ModelFile.read(model)));
    }
}
