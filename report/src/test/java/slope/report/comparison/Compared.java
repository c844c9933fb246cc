package slope.report.comparison;

import java.nio.file.Path;
import slope.fit.Estimator;
import slope.report.Trained;
import slope.run.ModelAndRows;
import slope.tables.ReadOptions;

/// Short trainings of two models, compared on the penguins.
final class Compared {
    private Compared() {}

    /// @param folder for the models
    static ComparisonReport penguins(Estimator first, Estimator second, Path folder, ComparisonRequest request)
            throws InterruptedException {
        return ComparisonReport.of(
                model(first, folder.resolve("a.onnx")), model(second, folder.resolve("b.onnx")), request);
    }

    static ModelAndRows model(Estimator estimator, Path file) throws InterruptedException {
        Trained.run(Trained.request(estimator).model(file));
        return ModelAndRows.read(file, Trained.PENGUINS, ReadOptions.none());
    }
}
