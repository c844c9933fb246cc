package slope.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import slope.internal.random.SplitRandom;
import slope.kernel.Team;
import slope.layer.Architecture;
import slope.layer.Parameters;
import slope.loss.LossMeter;
import slope.network.Network;
import slope.network.Pass;
import slope.optimizer.OptimizerMemory;
import slope.training.Checkpointer.Moment;
import slope.training.TrainingOptions.LastBatch;

/// One training from start to end, the only owner of its mutable state.
///
/// All memory is made here, once; the steps of an epoch allocate nothing. Everything random comes
/// from (seed, purpose, epoch or step), so an epoch's order does not depend on the epochs before
/// it.
final class TrainingRun {
    /// The minimum rows of a validation block, where the batch is smaller: see `Network`'s
    /// predictions.
    private static final int VALIDATION_BLOCK = 128;

    /// Separates the random numbers of steps from others with the same seed.
    private static final long PURPOSE = 0x73746570; // "step"

    private final Trainer settings;
    private final Architecture architecture;
    private final Examples training;
    private final TrainingListener listener;
    private final Checkpointer<TrainingState> checkpointer;
    private final LongSupplier nanoTime;
    private final Deadline deadline;

    private final Pass pass;
    private final NonFinite nonFinite;
    private final LossMeter meter;
    private final Batch batch;
    private final Optional<ValidationRun> validation;
    private final GradientClipping gradientClipping;
    private final OptimizerMemory optimizer;
    private final int batchesPerEpoch;
    private final long stepsInAll;

    private final float[] parameters; // in the architecture's layout, as are the next two
    private final float[] gradient;
    private final Supplier<Parameters> gradientCopy;
    private final BestOfCycles best;
    private final EpochRows trainingRows;
    private final long stepNames;
    private final List<EpochReport> history = new ArrayList<>();
    private final List<Recovery> recoveries = new ArrayList<>();
    private final EpochSoFar epochSoFar = new EpochSoFar();
    private long stepsDone;
    private double rateMultiplier = 1; // what learning rates are multiplied by: less after recoveries
    private double lastRate;
    private double lastLoss;

    TrainingRun(
            Trainer settings,
            Team team,
            Network start,
            Examples training,
            Optional<Validation> validation,
            TrainingCallbacks<TrainingState> callbacks) {
        this.settings = settings;
        this.architecture = start.architecture();
        this.training = training;
        this.listener = callbacks.listener();
        this.checkpointer = callbacks.checkpointer();
        this.nanoTime = settings.stopping().timeLimit().map(TimeLimit::nanoTime).orElse(System::nanoTime);
        Optional<Examples> validationExamples = validation.map(Validation::examples);
        int validationRows = validationExamples.map(Examples::rows).orElse(0);
        double ordinaryRow = Deadline.ordinaryRow(architecture);
        this.deadline = new Deadline(settings.stopping().timeLimit(), validationRows, ordinaryRow, nanoTime);
        int blockRows = blockRows(settings, training.rows(), validationRows);
        this.pass = new Pass(team, architecture, blockRows);
        this.nonFinite = new NonFinite(architecture, pass);
        int allRows = Math.multiplyExact(blockRows, architecture.members());
        this.meter = new LossMeter(team, settings.loss(), architecture.outputs(), allRows);
        this.batch = new Batch(team, training, validationExamples, allRows);
        this.validation = validation.map(rows -> new ValidationRun(rows, architecture, pass, meter, batch, blockRows));
        this.batchesPerEpoch = batchesPerEpoch(settings, training.rows());
        this.gradientClipping = new GradientClipping(
                team,
                settings.trainingOptions().maximumGradientNorm(),
                start.parameters().count());
        this.optimizer = new OptimizerMemory(
                team,
                settings.optimizer(),
                settings.trainingOptions().parameterGroups(),
                averagedSteps(settings.trainingOptions(), batchesPerEpoch),
                start.parameters().layout());
        this.stepsInAll = (long) batchesPerEpoch * settings.stopping().epochs();

        this.parameters = start.parameters().toArray();
        this.gradient = new float[parameters.length];
        this.gradientCopy = () -> Parameters.of(start.parameters().layout(), gradient);
        this.best = new BestOfCycles(settings, batchesPerEpoch, start.parameters());
        this.trainingRows = new EpochRows(training.rows(), settings.order(), settings.seed(), architecture.members());
        this.stepNames = SplitRandom.name(settings.seed(), PURPOSE);
        deadline.start();
        epochSoFar.start(nanoTime.getAsLong());
        callbacks.from().ifPresent(this::restore);
    }

    /// The maximum rows of a block: a batch, or a block of validation rows.
    static int blockRows(Trainer settings, int trainingRows, int validationRows) {
        int batchRows = Math.min(settings.batchSize(), trainingRows);
        return Math.max(batchRows, Math.min(VALIDATION_BLOCK, validationRows));
    }

    private static int batchesPerEpoch(Trainer settings, int rows) {
        boolean dropped = settings.trainingOptions().lastBatch() == LastBatch.DROPPED;
        int whole = rows / settings.batchSize();
        return dropped && whole > 0 ? whole : Math.ceilDiv(rows, settings.batchSize());
    }

    static int averagedSteps(TrainingOptions trainingOptions, int batchesPerEpoch) {
        return (int) Math.ceil(trainingOptions.averagedEpochs() * batchesPerEpoch);
    }

    /// Trains until the stopping rule ends it.
    ///
    /// @throws DivergedException if numbers stop being finite and it may not recover
    TrainingResult run() {
        while (!isOver()) {
            try {
                trainEpoch();
            } catch (DivergedException failure) {
                recover(failure);
            }
        }
        List<TrainingResult.Snapshot> snapshots = best.state().stream()
                .map(each -> new TrainingResult.Snapshot(each.epoch(), Network.of(architecture, each.parameters())))
                .toList();
        return new TrainingResult(snapshots, history, recoveries);
    }

    /// Returns to the best epoch so far and to the beginning of the current epoch, with smaller
    /// steps.
    private void recover(DivergedException failure) {
        if (settings.divergence() == Divergence.ENDS || stepsDone == 0) {
            throw failure;
        }
        if (recoveries.size() == Divergence.MOST_RECOVERIES) {
            throw failure.afterGoingBack(recoveries.size(), lastRate);
        }
        System.arraycopy(best.parameters().toArray(), 0, parameters, 0, parameters.length);
        optimizer.forgetAllBut(parameters);
        stepsDone -= epochSoFar.batches();
        rateMultiplier *= Divergence.RATE_MULTIPLIER;
        epochSoFar.start(nanoTime.getAsLong());
        Recovery recovery = new Recovery(failure.epoch(), failure.batch(), best.epoch(), rateMultiplier);
        recoveries.add(recovery);
        listener.recovered(recovery, failure);
        offerState(Moment.AFTER_EPOCH);
    }

    private boolean isOver() {
        return !history.isEmpty()
                && (settings.stopping().isReached(history.size(), best.epoch())
                        || deadline.isReached(best.kept())
                        || listener.stopsAfter(history.getLast()));
    }

    /// Runs one epoch, or until the deadline, and then the validation.
    private void trainEpoch() {
        int epoch = history.size() + 1;
        int[] order = trainingRows.arrange(epoch);
        while (epochSoFar.batches() < batchesPerEpoch
                && !(epochSoFar.batches() > 0 && deadline.isReached(best.kept()))) {
            trainBatch(epoch, order);
            listener.batchEnded(epoch, epochSoFar.batches(), batchesPerEpoch);
            offerState(Moment.AFTER_BATCH);
        }
        if (history.isEmpty() && epochSoFar.batches() < batchesPerEpoch) {
            deadline.allowCut(training.rows() - epochSoFar.batches() * settings.batchSize());
        }
        double trainingLoss = epochSoFar.loss(meter);
        deadline.startValidation();
        float[] scoredParameters = optimizer.averageOr(parameters);
        validation.ifPresent(rows -> rows.measure(scoredParameters, () -> offerState(Moment.AFTER_BATCH)));
        deadline.endValidation();
        EpochReport.Losses losses = validation
                .map(rows -> new EpochReport.Losses(trainingLoss, rows.loss(), rows.score()))
                .orElseGet(() -> new EpochReport.Losses(trainingLoss, trainingLoss, trainingLoss));
        requireFinite(losses, epoch);
        endEpoch(epoch, losses);
    }

    private void endEpoch(int epoch, EpochReport.Losses losses) {
        boolean better = best.offer(epoch, losses.score(), optimizer.averageOr(parameters));
        long now = nanoTime.getAsLong();
        double seconds = (now - epochSoFar.started()) * 1e-9;
        EpochReport report = new EpochReport(epoch, losses, lastRate, seconds, better);
        history.add(report);
        epochSoFar.start(now);
        listener.epochEnded(report);
        offerState(Moment.AFTER_EPOCH);
    }

    private void trainBatch(int epoch, int[] order) {
        int first = epochSoFar.batches() * settings.batchSize();
        int rows = Math.min(settings.batchSize(), training.rows() - first);
        Optional<TrainingState> before =
                listener.wantsStep(epoch, epochSoFar.batches() + 1) ? Optional.of(state()) : Optional.empty();
        double batchSum = measure(order, first, rows);
        if (!Double.isFinite(batchSum)) {
            throw diverged(epoch, epochSoFar.batches() + 1);
        }
        lastLoss = meter.loss(batchSum, meter.weight());
        epochSoFar.add(batchSum, meter.weight());
        step();
        deadline.stepped(rows);
        if (before.isPresent()) {
            listener.stepEnded(trained(before.get(), order, first, rows));
        }
    }

    private TrainedStep trained(TrainingState before, int[] order, int first, int rowsOfMember) {
        int[] rows = IntStream.range(0, architecture.members() * rowsOfMember)
                .map(row -> order[row / rowsOfMember * training.rows() + first + row % rowsOfMember])
                .toArray();
        long random = SplitRandom.name(stepNames, before.place().steps());
        return new TrainedStep(
                new TrainedStep.Course(settings, architecture, batchesPerEpoch),
                before,
                new TrainedStep.Rows(Arrays.stream(rows).boxed().toList(), training.select(rows), random),
                state().current());
    }

    private void offerState(Moment moment) {
        if (checkpointer.wants(moment)) {
            checkpointer.save(state());
        }
    }

    /// A copy of everything that decides how this run continues.
    private TrainingState state() {
        TrainingState.Place place = new TrainingState.Place(
                epochSoFar.batches(), epochSoFar.lossSum(), epochSoFar.weightSum(), stepsDone, lastRate, lastLoss);
        return new TrainingState(
                place,
                new TrainingState.Current(Parameters.of(architecture.parameterLayout(), parameters), optimizer.state()),
                best.state(),
                history,
                recoveries,
                deadline.times(epochSoFar.started()));
    }

    private void restore(TrainingState state) {
        System.arraycopy(state.current().parameters().toArray(), 0, parameters, 0, parameters.length);
        optimizer.restore(state.current().optimizer());
        best.restore(state.kept());
        history.addAll(state.history());
        recoveries.addAll(state.recoveries());
        rateMultiplier = recoveries.isEmpty() ? 1 : recoveries.getLast().rateMultiplier();
        stepsDone = state.place().steps();
        lastRate = state.place().lastRate();
        lastLoss = state.place().lastLoss();
        deadline.start(state.times());
        epochSoFar.restore(state.place(), nanoTime.getAsLong() - state.times().inEpoch());
    }

    /// The summed loss of some training rows of each ensemble member; leaves the gradient with
    /// respect to the outputs. All rows together have one mean, which is the mean of the ensemble
    /// members' losses.
    private double measure(int[] order, int first, int rowsOfMember) {
        int members = architecture.members();
        int rows = rowsOfMember * members;
        batch.gather(training, order, first, rowsOfMember, members, training.rows());
        float[] outputs = pass.forwardToTrain(
                parameters,
                batch.inputs(),
                0,
                rows,
                SplitRandom.name(stepNames, stepsDone),
                settings.trainingOptions().dropout().at(progress()));
        return meter.measure(outputs, batch.targets(), batch.weights(), batch.offsets(), pass.outputGradient(), rows);
    }

    /// Moves the parameters after a [#measure].
    private void step() {
        pass.backward(gradient);
        listener.gradientComputed(history.size() + 1, epochSoFar.batches(), gradientCopy);
        gradientClipping.clip(gradient);
        lastRate = rateMultiplier * settings.learningRate().at(progress());
        optimizer.step(
                parameters,
                gradient,
                lastRate,
                settings.trainingOptions().decay().at(progress()),
                stepsDone);
        stepsDone++;
    }

    private double progress() {
        return (double) stepsDone / stepsInAll;
    }

    /// Checks the parameters first: if they are finite, the non-finite number arose in this
    /// forward.
    ///
    /// @param number of the batch with the loss, from 1
    private DivergedException diverged(int epoch, int number) {
        Optional<NonFinite.Finding> spoiled = nonFinite.amongParameters(parameters);
        if (stepsDone == 0) {
            return DivergedException.atStart(spoiled.orElseGet(nonFinite::inForward));
        }
        return spoiled.map(
                        finding -> DivergedException.after(epoch, Math.max(1, number - 1), finding, lastLoss, lastRate))
                .orElseGet(() -> DivergedException.after(epoch, number, nonFinite.inForward(), lastLoss, lastRate));
    }

    /// Checks the parameters as well as the loss: the last step may have made some non-finite
    /// without an effect on the rows.
    private void requireFinite(EpochReport.Losses losses, int epoch) {
        Optional<NonFinite.Finding> spoiled = nonFinite.amongParameters(parameters);
        if (spoiled.isPresent()) {
            throw DivergedException.after(epoch, epochSoFar.batches(), spoiled.get(), lastLoss, lastRate);
        }
        if (!Double.isFinite(losses.validation()) || !Double.isFinite(losses.score())) {
            throw DivergedException.after(epoch, epochSoFar.batches(), nonFinite.inForward(), lastLoss, lastRate);
        }
    }
}
