package slope.training;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import slope.optimizer.Lbfgs;
import slope.optimizer.LbfgsMemory;
import slope.optimizer.LineSearch;
import slope.optimizer.OptimizerState;

/// Iterations of [Lbfgs], each over all rows: an epoch is one.
///
/// Threads share the passes over rows and nothing else, so their number changes no bit.
final class FullBatchSteps implements Steps {
    /// By their numbers in a state.
    private static final List<Optional<Ending>> RESTS =
            List.of(Optional.empty(), Optional.of(Ending.CONVERGED), Optional.of(Ending.NO_LOWER_POINT));

    private final Lbfgs settings;
    private final LbfgsMemory memory;
    private final FullBatchLoss loss;
    private final FullBatchLoss.Point here;
    private final FullBatchLoss.Point trial;
    private final BooleanSupplier isLate;
    private final int[] allRows;
    private boolean isMeasured;
    private Optional<Ending> rest = Optional.empty();
    private double stepLength;
    private int evaluations;
    private int pairsUsed;

    /// @param rowsSeen is told the rows of each block of an evaluation
    /// @param isLate whether no further evaluation fits
    FullBatchSteps(
            Trainer trainer,
            Lbfgs settings,
            Examples training,
            Workspace workspace,
            IntConsumer rowsSeen,
            BooleanSupplier isLate) {
        this.settings = settings;
        this.memory = new LbfgsMemory(settings, workspace.architecture().parameterLayout());
        this.loss = new FullBatchLoss(trainer, settings, training, workspace, rowsSeen);
        this.here = loss.newPoint();
        this.trial = loss.newPoint();
        this.isLate = isLate;
        int members = workspace.architecture().members();
        this.allRows = IntStream.range(0, training.rows() * members)
                .map(row -> row % training.rows())
                .toArray();
    }

    @Override
    public int ofEpoch() {
        return 1;
    }

    @Override
    public void startEpoch(int epoch) {}

    @Override
    public int[] rows(int number) {
        return allRows.clone();
    }

    /// The end of the last line search has been measured already.
    @Override
    public double measure(float[] parameters, int number, long stepsBefore) {
        if (!isMeasured) {
            System.arraycopy(parameters, 0, here.parameters(), 0, parameters.length);
            loss.measure(here);
            isMeasured = true;
        }
        return here.lossSum();
    }

    @Override
    public double weight() {
        return here.weight();
    }

    @Override
    public void differentiate() {}

    @Override
    public float[] gradient() {
        return here.gradient();
    }

    /// Searches along the direction of the memory; where nothing lower is found, forgets it and
    /// searches along the gradient.
    @Override
    public double move(float[] parameters, double rateMultiplier, long stepsBefore) {
        boolean isFlat = settings.isFlat(here.gradient());
        boolean moves = !isFlat && (search(rateMultiplier) || searchAgain(rateMultiplier));
        if (!moves) {
            stepLength = 0;
            pairsUsed = 0;
            rest = isFlat
                    ? Optional.of(Ending.CONVERGED)
                    : Optional.of(Ending.NO_LOWER_POINT).filter(ignored -> !isLate.getAsBoolean());
            return 0;
        }
        rest = settings.hasConverged(here.objective(), trial.objective(), trial.gradient())
                ? Optional.of(Ending.CONVERGED)
                : Optional.empty();
        memory.add(here.parameters(), trial.parameters(), here.gradient(), trial.gradient());
        here.become(trial);
        System.arraycopy(here.parameters(), 0, parameters, 0, parameters.length);
        return stepLength;
    }

    private boolean searchAgain(double rateMultiplier) {
        if (memory.pairs() == 0 || isLate.getAsBoolean()) {
            return false;
        }
        memory.forget();
        return search(rateMultiplier);
    }

    /// Leaves the lower point that it finds in `trial`.
    private boolean search(double rateMultiplier) {
        double[] direction = memory.direction(here.gradient());
        double slope = LbfgsMemory.dot(direction, here.gradient());
        if (!(slope < 0)) {
            return false;
        }
        pairsUsed = memory.pairs();
        double first = memory.pairs() == 0 ? 1 / length(direction) : 1;
        LineSearch search = new LineSearch(here.objective(), slope, first * rateMultiplier);
        while (search.goesOn()) {
            loss.measure(trial.onLine(here.parameters(), search.step(), direction));
            stepLength = search.step();
            evaluations = search.trials() + 1;
            search.tried(trial.objective(), LbfgsMemory.dot(direction, trial.gradient()));
            if (search.goesOn() && isLate.getAsBoolean()) {
                return trial.objective() < here.objective();
            }
        }
        return search.hasFound();
    }

    private static double length(double[] direction) {
        double squares = 0;
        for (double each : direction) {
            squares = Math.fma(each, each, squares);
        }
        return Math.sqrt(squares);
    }

    @Override
    public Optional<Ending> rest() {
        return rest;
    }

    @Override
    public String adviceAgainstDivergence(double lastRate) {
        return "scale inputs and targets to around 1, or take an optimizer that has a learning rate";
    }

    @Override
    public OptimizerState state() {
        double atRest = RESTS.indexOf(rest);
        return new OptimizerState(
                memory.state(), List.of(stepLength, (double) evaluations, (double) pairsUsed, atRest));
    }

    /// The loss is measured again: it has the same bits.
    @Override
    public void restore(OptimizerState state) {
        List<Double> numbers = state.numbers();
        if (numbers.size() != 4) {
            throw new IllegalArgumentException("L-BFGS remembers 4 numbers, not %s".formatted(numbers.size()));
        }
        memory.restore(state.moments());
        stepLength = numbers.get(0);
        evaluations = numbers.get(1).intValue();
        pairsUsed = numbers.get(2).intValue();
        rest = RESTS.get(numbers.get(3).intValue());
        isMeasured = false;
    }

    @Override
    public void forgetAllBut(float[] parameters) {
        memory.forget();
        rest = Optional.empty();
        isMeasured = false;
    }
}
