package slope.report.explanation;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import slope.Slope;
import slope.fit.Estimator;
import slope.report.Trained;
import slope.run.ModelAndRows;
import slope.tables.ReadOptions;

/// Short trainings, explained.
final class Explained {
    static final ExplanationRequest.Columns ALL_COLUMNS = new ExplanationRequest.Columns(
            List.of(), List.of(), List.of("island", "body_mass_g"), Optional.of("island"));

    private Explained() {}

    /// A model of the penguins, with their rows.
    static ModelAndRows penguins(Estimator estimator, Path folder) throws InterruptedException {
        Path model = folder.resolve("model.onnx");
        Trained.run(Trained.request(estimator).model(model));
        return ModelAndRows.read(model, Trained.PENGUINS, ReadOptions.none());
    }

    static ModelAndRows species(Path folder) throws InterruptedException {
        return penguins(Slope.predict("species"), folder);
    }

    /// The usual request about a row.
    static ExplanationRequest row(int number) {
        return ExplanationRequest.usual()
                .row(new ExplanationRequest.OneRow(Optional.of(number), Optional.empty(), Set.of()));
    }
}
