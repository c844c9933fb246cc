package slope.run;

import java.nio.file.Path;
import java.util.Optional;
import slope.fit.Fit;
import slope.fit.FitPlan;
import slope.model.FitRecord;
import slope.model.FittedNetwork;
import slope.model.Model;
import slope.onnx.ModelFile;
import slope.onnx.Provenance;
import slope.run.PredictionColumns.Probabilities;
import slope.table.Fingerprint;
import slope.table.Table;
import slope.training.diagnostics.Health;

/// Writes a trained model to a file with its record. Before the file appears, its predictions are
/// compared with the model's.
final class ModelSaving {
    /// The maximum rows of that comparison after an interruption or with a time limit, and the
    /// maximum products, a small part of a second.
    private static final int FEW = 1000;

    /// The maximum rows otherwise: enough to tell a file that is not the model's.
    private static final int MANY = 100_000;

    private static final long QUICK = 500_000_000;

    private ModelSaving() {}

    /// Writes the file.
    ///
    /// @return how many rows it was compared on
    static int save(Path file, FinishedRun run) {
        FitPlan plan = run.plan();
        boolean isLimited = plan.estimator().timeLimit().isPresent();
        return save(
                file,
                run.result().model(),
                provenance(run.prepared()),
                isLimited ? fewRows(run.fit()) : rows(plan.first().training(), MANY));
    }

    /// Writes the file of a cancelled run, without scores, which take time.
    ///
    /// @param place where it ended
    /// @return how many rows it was compared on
    static int saveCancelled(Path file, Fit fit, PreparedTraining prepared, String place) {
        FitRecord record = fit.record(prepared.hash()).with(FitRecord.INTERRUPTED, place);
        return save(file, fit.model().with(record), provenance(prepared), fewRows(fit));
    }

    static Provenance provenance(PreparedTraining prepared) {
        return Provenance.ofThisVersion(Optional.of(prepared.recordedRequest()));
    }

    private static Table fewRows(Fit fit) {
        Table training = fit.plan().first().training();
        return rows(training, few(fit.model()));
    }

    private static Table rows(Table training, int most) {
        return training.select(Health.evenlySpaced(training.rows(), Math.min(most, training.rows())));
    }

    /// Each ensemble member goes through the shared layers.
    private static int few(Model model) {
        long products = model.members().stream()
                .map(FittedNetwork::network)
                .mapToLong(network -> (long) network.architecture().members()
                        * network.parameters().count())
                .sum();
        return Math.clamp(QUICK / products, 1, FEW);
    }

    private static int save(Path file, Model model, Provenance provenance, Table rows) {
        new ModelFile(model, provenance).write(file, read -> {
            if (!predictions(read.model(), rows).equals(predictions(model, rows))) {
                throw new IllegalStateException("the file's predictions differ from those of the model");
            }
        });
        return rows.rows();
    }

    private static String predictions(Model model, Table rows) {
        return Fingerprint.of(new Table(PredictionColumns.of(model.predict(rows), Probabilities.SHOWN)));
    }
}
