package slope.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import slope.fit.ClassWeights;
import slope.fit.FitPlan;
import slope.fit.RowSelection;
import slope.linear.LinearPart;
import slope.model.FitRecord;
import slope.model.Model;
import slope.onnx.ModelFile;
import slope.reference.TracedStep;
import slope.table.DataException;
import slope.table.Fingerprint;
import slope.tables.ReadListener;
import slope.tables.TableSource;
import slope.training.DivergedException;
import slope.training.TrainedStep;
import slope.training.WantedStep;

/// One update of a training: made again by the float engine, with the same bits, and computed by the double engine with
/// every number.
public final class TracedUpdate {
    private final int network;
    private final int networks;
    private final List<Integer> rows;
    private final TrainedStep trained;
    private final TracedStep traced;

    private TracedUpdate(int network, int networks, List<Integer> rows, TrainedStep trained) {
        this.network = network;
        this.networks = networks;
        this.rows = List.copyOf(rows);
        this.trained = trained;
        this.traced = TracedStep.of(trained);
    }

    /// Which update of a training.
    ///
    /// @param network its number in the order of training, from 1; empty for the first in the model
    /// @param epoch from 1
    /// @param step of the epoch, from 1
    public record Place(OptionalInt network, int epoch, int step) {}

    /// Trains again, by the request that a model's file keeps, as far as an update.
    ///
    /// @param data the table that the model was trained on
    /// @param start the network that its training started from, if it was a given one
    /// @param classWeights in place of the recorded ones, which an early record may lack
    /// @throws DataException if the model has no record, the table is another one, there is no such
    ///     network, epoch or step, or training again gives another loss than the recorded one
    public static TracedUpdate of(
            Path model, TableSource data, Optional<Path> start, Optional<ClassWeights> classWeights, Place place) {
        TrainingRequest request = RecordedRequest.again(model, data, start, classWeights);
        Model saved = ModelFile.read(model).model();
        FitRecord record = saved.record();
        boolean isRefitted = request.estimator().rows().refit() == RowSelection.Refit.ALL_ROWS;
        int folds = record.history().size();
        int networks = isRefitted ? folds + 1 : folds;
        int network = place.network().orElse(isRefitted ? networks : 1);
        if (network < 1 || network > networks) {
            throw new DataException(
                    "%s has no network %s; its networks are 1 to %s".formatted(model, network, networks));
        }
        FitRecord.History history = record.history().get(network > folds ? 0 : network - 1);
        int epochs =
                network > folds ? history.bestEpoch() : history.trainingLosses().size();
        if (place.epoch < 1 || place.epoch > epochs) {
            throw WantedStep.noEpoch(place.epoch, epochs);
        }
        PreparedTraining prepared = prepared(request);
        if (!Fingerprint.of(prepared.table()).equals(record.data().hash())) {
            throw new DataException("%s is not the table that %s was trained on".formatted(data.name(), model));
        }
        FitPlan plan = prepared.plan();
        WantedStep wanted = new WantedStep(place.epoch, place.step);
        TrainedStep trained = plan.train(network - 1, linearPart(saved), wanted);
        boolean mayBeCut = request.estimator().timeLimit().isPresent();
        if (network <= folds
                && !mayBeCut
                && wanted.trainingLoss() != history.trainingLosses().get(place.epoch - 1)) {
            throw new DataException(("training again gives another loss in epoch %s than %s records: it was trained by"
                            + " another version of slope, or changed")
                    .formatted(place.epoch, model));
        }
        return of(plan, network, networks, trained);
    }

    /// An update of a training that diverged, and so left no model. Where the wanted one never ended, because the loss
    /// before it was not finite, it is the one before.
    ///
    /// @param request of that training
    /// @throws DataException if its first loss was not finite, or there is no such network, epoch or step
    public static TracedUpdate ofDiverged(TrainingRequest request, Place place) {
        FitPlan plan = prepared(request.withoutOutputs()).plan();
        int network = place.network().orElse(1);
        if (network < 1 || network > plan.networks()) {
            throw new DataException(
                    "the training has no network %s; its networks are 1 to %s".formatted(network, plan.networks()));
        }
        return of(plan, network, plan.networks(), lastUntil(plan, network, new WantedStep(place.epoch, place.step)));
    }

    private static TrainedStep lastUntil(FitPlan plan, int network, WantedStep wanted) {
        try {
            return plan.train(network - 1, Optional.empty(), wanted);
        } catch (DivergedException diverged) {
            WantedStep before = wanted.before().orElseThrow(() -> new DataException(diverged.problem()));
            return plan.train(network - 1, Optional.empty(), before);
        }
    }

    private static PreparedTraining prepared(TrainingRequest request) {
        PreparedTraining prepared =
                PreparedTraining.of(request, Stopwatch.started(System::nanoTime), ReadListener.NONE);
        RoomCheck.refuseMemory(prepared.plan());
        return prepared;
    }

    private static TracedUpdate of(FitPlan plan, int network, int networks, TrainedStep trained) {
        List<Integer> rows = trained.rows().numbers().stream()
                .map(row -> plan.numberInTable(network - 1, row) + 1)
                .toList();
        return new TracedUpdate(network, networks, rows, trained);
    }

    /// The strength of the linear part, which the networks of a training share.
    private static Optional<Double> linearPart(Model saved) {
        return saved.members().getFirst().linear().map(LinearPart::strength);
    }

    /// The number of the network in the order of training, from 1.
    public int network() {
        return network;
    }

    /// How many networks the training had.
    public int networks() {
        return networks;
    }

    /// The number in the table of each row of the step, from 1; those of one ensemble member after those
    /// of another.
    public List<Integer> rows() {
        return rows;
    }

    /// The step as the float engine made it.
    public TrainedStep trained() {
        return trained;
    }

    /// The step with every number.
    public TracedStep traced() {
        return traced;
    }

    /// The largest distance between a parameter of the float engine after the step and that of the double
    /// engine.
    public double largestDistance() {
        float[] rounded = trained.after().parameters().toArray();
        double[] exact = traced.after().parameters();
        double largest = 0;
        for (int index = 0; index < exact.length; index++) {
            largest = Math.max(largest, Math.abs(exact[index] - rounded[index]));
        }
        return largest;
    }
}
