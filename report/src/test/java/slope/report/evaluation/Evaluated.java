package slope.report.evaluation;

import java.nio.file.Path;
import slope.fit.Estimator;
import slope.onnx.ModelFile;
import slope.report.Trained;
import slope.run.TrainingRequest;
import slope.table.Table;
import slope.tables.TableFiles;

/// Short trainings, evaluated.
final class Evaluated {
    private Evaluated() {}

    /// On the penguins.
    static EvaluationReport penguins(Estimator estimator, Path folder) throws InterruptedException {
        return of(Trained.request(estimator), TableFiles.read(Trained.PENGUINS), folder);
    }

    /// @param request with a table of its own
    /// @param rows that are scored
    static EvaluationReport of(TrainingRequest request, Table rows, Path folder) throws InterruptedException {
        Path model = folder.resolve("model.onnx");
        Trained.run(request.model(model));
        return EvaluationReport.of(ModelFile.read(model), model, request.table().toString(), rows);
    }
}
