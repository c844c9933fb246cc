package slope.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import slope.data.Examples;
import slope.kernel.Team;
import slope.network.Architecture;
import slope.network.Network;
import slope.network.Parameters;
import slope.network.Pass;
import slope.training.Trainer.RowOrder;

/// One training from start to end: the only owner of anything that changes on the way.
///
/// All memory is made here, once; the steps of an epoch allocate nothing. Everything random comes
/// from (seed, purpose, epoch), so an epoch's order does not depend on the epochs before it.
final class TrainingRun {
    /// Rows of a validation block, where the batch is smaller than that: see `Network`'s
    /// predictions.
    private static final int VALIDATION_BLOCK = 128;

    private final Trainer settings;
    private final Architecture architecture;
    private final Examples training;
    private final Optional<Examples> validation;
    private final TrainingListener listener;
    private final LongSupplier nanoTime;

    private final Pass pass;
    private final LossMeter meter;
    private final Batch batch;
    private final OptimizerMemory optimizer;
    private final int blockRows; // the most rows that pass, meter and batch take
    private final int batchesPerEpoch;
    private final long stepsInAll;

    private final float[] parameters; // in the architecture's layout, as are the next two
    private final float[] gradient;
    private final float[] bestParameters;
    private final EpochRows trainingRows;
    private final EpochRows validationRows;
    private long stepsDone;
    private double lastRate;
    private double lastLoss;

    TrainingRun(
            Trainer settings,
            Team team,
            Network start,
            Examples training,
            Optional<Examples> validation,
            TrainingListener listener,
            LongSupplier nanoTime) {
        this.settings = settings;
        this.architecture = start.architecture();
        this.training = training;
        this.validation = validation;
        this.listener = listener;
        this.nanoTime = nanoTime;

        int validationCount = validation.map(Examples::rows).orElse(0);
        this.blockRows = blockRows(settings, training.rows(), validationCount);
        this.pass = new Pass(team, architecture, blockRows);
        this.meter = new LossMeter(team, settings.loss(), architecture.outputs(), blockRows);
        this.batch = new Batch(team, training, validation, blockRows);
        this.optimizer = new OptimizerMemory(
                team, settings.optimizer(), start.parameters().layout());
        this.batchesPerEpoch = Math.ceilDiv(training.rows(), settings.batchSize());
        this.stepsInAll = (long) batchesPerEpoch * settings.stopping().epochs();

        this.parameters = start.parameters().toArray();
        this.gradient = new float[parameters.length];
        this.bestParameters = parameters.clone();
        this.trainingRows = new EpochRows(training.rows(), settings.order(), settings.seed());
        this.validationRows = new EpochRows(validationCount, RowOrder.AS_GIVEN, settings.seed());
    }

    /// The most rows a training works on at a time: a batch, or a block of validation rows.
    static int blockRows(Trainer settings, int trainingRows, int validationRows) {
        int batchRows = Math.min(settings.batchSize(), trainingRows);
        return Math.max(batchRows, Math.min(VALIDATION_BLOCK, validationRows));
    }

    /// Trains until the settings say stop.
    ///
    /// @throws DivergedException if the numbers stop being finite
    TrainingResult run() {
        List<EpochReport> history = new ArrayList<>();
        int epoch = 0;
        int bestEpoch = 0;
        double bestLoss = Double.POSITIVE_INFINITY;
        do {
            epoch++;
            long started = nanoTime.getAsLong();
            double trainingLoss = trainEpoch(epoch);
            double judgedLoss = validation.isPresent() ? lossOver(validation.get(), epoch) : trainingLoss;
            requireFinite(judgedLoss, epoch);
            boolean best = judgedLoss < bestLoss;
            if (best) {
                bestEpoch = epoch;
                bestLoss = judgedLoss;
                System.arraycopy(parameters, 0, bestParameters, 0, parameters.length);
            }
            double seconds = (nanoTime.getAsLong() - started) * 1e-9;
            EpochReport report = new EpochReport(epoch, trainingLoss, judgedLoss, lastRate, seconds, best);
            history.add(report);
            listener.epochEnded(report);
        } while (!settings.stopping().isReached(epoch, bestEpoch));
        Parameters kept = Parameters.of(architecture.parameterLayout(), bestParameters);
        return new TrainingResult(Network.of(architecture, kept), bestEpoch, history);
    }

    /// Goes through all training rows once; returns their loss, each batch's as it was before its
    /// step.
    private double trainEpoch(int epoch) {
        int[] order = trainingRows.arrange(epoch);
        double sum = 0;
        double weight = 0;
        for (int number = 0; number < batchesPerEpoch; number++) {
            int first = number * settings.batchSize();
            int rows = Math.min(settings.batchSize(), training.rows() - first);
            double batchSum = measure(training, order, first, rows);
            requireFinite(batchSum, epoch, number + 1);
            sum += batchSum;
            weight += meter.weight();
            lastLoss = meter.loss(batchSum, meter.weight());
            step();
            listener.batchEnded(epoch, number + 1, batchesPerEpoch);
        }
        return meter.loss(sum, weight);
    }

    /// Moves the parameters after a [#measure], which has left the gradient by the outputs.
    private void step() {
        pass.backward(parameters, gradient);
        lastRate = settings.learningRate().at((double) stepsDone / stepsInAll);
        optimizer.step(parameters, gradient, lastRate);
        stepsDone++;
    }

    /// The sum of the loss's parts for some rows, with the parameters as they are.
    private double measure(Examples examples, int[] order, int first, int rows) {
        batch.gather(examples, order, first, rows);
        float[] outputs = pass.forward(parameters, batch.inputs(), 0, rows);
        return meter.measure(outputs, batch.targets(), batch.weights(), batch.offsets(), pass.outputGradient(), rows);
    }

    private double lossOver(Examples examples, int epoch) {
        int[] order = validationRows.arrange(epoch);
        double sum = 0;
        double weight = 0;
        for (int first = 0; first < examples.rows(); first += blockRows) {
            sum += measure(examples, order, first, Math.min(blockRows, examples.rows() - first));
            weight += meter.weight();
        }
        return meter.loss(sum, weight);
    }

    private void requireFinite(double batchSum, int epoch, int batchNumber) {
        if (!Double.isFinite(batchSum)) {
            throw stepsDone == 0
                    ? DivergedException.atStart()
                    : DivergedException.after(epoch, batchNumber, lastRate, lastLoss);
        }
    }

    /// Looks at the parameters as well as the loss: a last step may have spoiled them where no row
    /// shows it.
    private void requireFinite(double judgedLoss, int epoch) {
        requireFinite(judgedLoss, epoch, batchesPerEpoch);
        for (float parameter : parameters) {
            requireFinite(parameter, epoch, batchesPerEpoch);
        }
    }
}
