package slope.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import slope.kernel.Team;
import slope.layer.Architecture;
import slope.layer.Parameters;
import slope.loss.LossMeter;
import slope.network.Network;
import slope.optimizer.Lbfgs;
import slope.optimizer.UpdateRule;
import slope.training.Checkpointer.Moment;

/// One training from start to end, the only owner of its mutable state.
///
/// All memory is made here, once; the steps of an epoch allocate nothing. Everything random comes
/// from (seed, purpose, epoch or step), so an epoch's order does not depend on the epochs before
/// it.
final class TrainingRun {
    private final Trainer settings;
    private final Architecture architecture;
    private final Examples training;
    private final TrainingListener listener;
    private final Checkpointer<TrainingState> checkpointer;
    private final LongSupplier nanoTime;
    private final Deadline deadline;

    private final NonFinite nonFinite;
    private final LossMeter meter;
    private final Optional<ValidationRun> validation;
    private final Steps steps;

    private final float[] parameters; // in the architecture's layout
    private final Supplier<Parameters> gradientCopy;
    private final BestOfCycles best;
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
            TrainingRows rows,
            Optional<Validation> validation,
            TrainingCallbacks<TrainingState> callbacks) {
        this.settings = settings;
        this.architecture = start.architecture();
        this.training = rows.examples();
        this.listener = callbacks.listener();
        this.checkpointer = callbacks.checkpointer();
        this.nanoTime = settings.stopping().timeLimit().map(TimeLimit::nanoTime).orElse(System::nanoTime);
        Optional<Examples> validationExamples = validation.map(Validation::examples);
        int validationRows = validationExamples.map(Examples::rows).orElse(0);
        double ordinaryRow = Deadline.ordinaryRow(architecture);
        this.deadline = new Deadline(settings.stopping().timeLimit(), validationRows, ordinaryRow, nanoTime);
        Workspace workspace = rows.workspace(settings, team, architecture, validationExamples);
        this.nonFinite = new NonFinite(architecture, workspace.pass());
        this.meter = workspace.meter();
        this.validation = validation.map(each -> new ValidationRun(each, workspace));
        this.steps = switch (settings.optimizer()) {
            case UpdateRule rule -> rows.steps(settings, rule, workspace, deadline::stepped);
            case Lbfgs lbfgs -> new FullBatchSteps(settings, lbfgs, training, workspace, this::sawRows, this::isLate);
        };

        this.parameters = start.parameters().toArray();
        this.gradientCopy = () -> Parameters.of(start.parameters().layout(), steps.gradient());
        this.best = new BestOfCycles(settings, steps.ofEpoch(), start.parameters());
        deadline.start();
        epochSoFar.start(nanoTime.getAsLong());
        callbacks.from().ifPresent(this::restore);
    }

    /// A state between two blocks of rows is that before the step.
    private void sawRows(int rows) {
        deadline.stepped(rows);
        offerState(Moment.AFTER_BATCH);
    }

    private boolean isLate() {
        return deadline.isReached(best.kept());
    }

    /// Trains until the stopping rule ends it.
    ///
    /// @throws DivergedException if numbers stop being finite and it may not recover
    TrainingResult run() {
        Optional<Ending> ending = ending();
        while (ending.isEmpty()) {
            try {
                trainEpoch();
            } catch (DivergedException failure) {
                recover(failure);
            }
            ending = ending();
        }
        List<TrainingResult.Snapshot> snapshots = best.result().stream()
                .map(each -> new TrainingResult.Snapshot(each.epoch(), Network.of(architecture, each.parameters())))
                .toList();
        return new TrainingResult(snapshots, history, recoveries, ending);
    }

    /// Returns to the best epoch so far and to the beginning of the current epoch, with smaller
    /// steps.
    private void recover(DivergedException failure) {
        if (settings.divergence() == Divergence.ENDS || stepsDone == 0) {
            throw failure;
        }
        if (recoveries.size() == Divergence.MOST_RECOVERIES) {
            throw failure.afterGoingBack(recoveries.size(), steps.adviceAgainstDivergence(lastRate));
        }
        System.arraycopy(best.parameters().toArray(), 0, parameters, 0, parameters.length);
        steps.forgetAllBut(parameters);
        stepsDone -= epochSoFar.batches();
        rateMultiplier *= Divergence.RATE_MULTIPLIER;
        epochSoFar.start(nanoTime.getAsLong());
        Recovery recovery = new Recovery(failure.epoch(), failure.batch(), best.epoch(), rateMultiplier);
        recoveries.add(recovery);
        listener.recovered(recovery, failure);
        offerState(Moment.AFTER_EPOCH);
    }

    private Optional<Ending> ending() {
        return history.isEmpty()
                ? Optional.empty()
                : steps.rest()
                        .or(() -> settings.stopping().ending(history.size(), best.epoch()))
                        .or(() -> Optional.of(Ending.REST).filter(ignored -> isAtRest()))
                        .or(() -> Optional.of(Ending.TIME).filter(ignored -> isLate()))
                        .or(() ->
                                Optional.of(Ending.LISTENER).filter(ignored -> listener.stopsAfter(history.getLast())));
    }

    private boolean isAtRest() {
        return settings.stopping()
                .atRest()
                .filter(rule -> best.isEndedBy(rule, history.size()))
                .isPresent();
    }

    /// Runs one epoch, or until the deadline, and then the validation.
    private void trainEpoch() {
        int epoch = history.size() + 1;
        steps.startEpoch(epoch);
        while (epochSoFar.batches() < steps.ofEpoch() && !(epochSoFar.batches() > 0 && isLate())) {
            trainBatch(epoch);
            listener.batchEnded(epoch, epochSoFar.batches(), steps.ofEpoch());
            offerState(Moment.AFTER_BATCH);
        }
        if (history.isEmpty() && epochSoFar.batches() < steps.ofEpoch()) {
            deadline.allowCut(training.rows() - epochSoFar.batches() * settings.batchSize());
        }
        double trainingLoss = epochSoFar.loss(meter);
        deadline.startValidation();
        float[] scoredParameters = steps.averageOr(parameters);
        validation.ifPresent(rows -> rows.measure(scoredParameters, () -> offerState(Moment.AFTER_BATCH)));
        deadline.endValidation();
        EpochReport.Losses losses = validation
                .map(rows -> new EpochReport.Losses(trainingLoss, rows.loss(), rows.score()))
                .orElseGet(() -> new EpochReport.Losses(trainingLoss, trainingLoss, trainingLoss));
        requireFinite(losses, epoch);
        endEpoch(epoch, losses);
    }

    private void endEpoch(int epoch, EpochReport.Losses losses) {
        boolean better = best.offer(epoch, losses.score(), steps.averageOr(parameters));
        long now = nanoTime.getAsLong();
        double seconds = (now - epochSoFar.started()) * 1e-9;
        EpochReport report = new EpochReport(epoch, losses, lastRate, seconds, better);
        history.add(report);
        epochSoFar.start(now);
        listener.epochEnded(report);
        offerState(Moment.AFTER_EPOCH);
    }

    private void trainBatch(int epoch) {
        int number = epochSoFar.batches();
        Optional<TrainingState> before =
                listener.wantsStep(epoch, number + 1) ? Optional.of(state()) : Optional.empty();
        double batchSum = steps.measure(parameters, number, stepsDone);
        if (!Double.isFinite(batchSum)) {
            throw diverged(epoch, number + 1);
        }
        lastLoss = meter.loss(batchSum, steps.weight());
        steps.differentiate();
        listener.gradientComputed(epoch, number + 1, gradientCopy);
        lastRate = steps.move(parameters, rateMultiplier, stepsDone);
        epochSoFar.add(batchSum, steps.weight());
        stepsDone++;
        if (before.isPresent()) {
            listener.stepEnded(trained(before.get(), number));
        }
    }

    private TrainedStep trained(TrainingState before, int number) {
        int[] rows = steps.rows(number);
        return new TrainedStep(
                new TrainedStep.Course(settings, architecture, steps.ofEpoch()),
                before,
                new TrainedStep.Rows(
                        Arrays.stream(rows).boxed().toList(),
                        training.select(rows),
                        BatchSteps.random(settings, before.place().steps())),
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
                new TrainingState.Current(Parameters.of(architecture.parameterLayout(), parameters), steps.state()),
                best.state(),
                history,
                recoveries,
                deadline.times(epochSoFar.started()));
    }

    private void restore(TrainingState state) {
        System.arraycopy(state.current().parameters().toArray(), 0, parameters, 0, parameters.length);
        steps.restore(state.current().optimizer());
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

    /// Checks the parameters first: if they are finite, the non-finite number arose in this
    /// forward.
    ///
    /// @param number of the batch with the loss, from 1
    private DivergedException diverged(int epoch, int number) {
        Optional<NonFinite.Finding> spoiled = nonFinite.amongParameters(parameters);
        if (stepsDone == 0) {
            return DivergedException.atStart(spoiled.orElseGet(nonFinite::inForward));
        }
        return spoiled.map(finding -> after(epoch, Math.max(1, number - 1), finding))
                .orElseGet(() -> after(epoch, number, nonFinite.inForward()));
    }

    private DivergedException after(int epoch, int batch, NonFinite.Finding finding) {
        return DivergedException.after(epoch, batch, finding, lastLoss, steps.adviceAgainstDivergence(lastRate));
    }

    /// Checks the parameters as well as the loss: the last step may have made some non-finite
    /// without an effect on the rows.
    private void requireFinite(EpochReport.Losses losses, int epoch) {
        Optional<NonFinite.Finding> spoiled = nonFinite.amongParameters(parameters);
        if (spoiled.isPresent()) {
            throw after(epoch, epochSoFar.batches(), spoiled.get());
        }
        if (!Double.isFinite(losses.validation()) || !Double.isFinite(losses.score())) {
            throw after(epoch, epochSoFar.batches(), nonFinite.inForward());
        }
    }
}
