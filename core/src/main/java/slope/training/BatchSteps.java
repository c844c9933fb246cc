package slope.training;

import java.util.Arrays;
import java.util.function.IntConsumer;
import slope.internal.random.SplitRandom;
import slope.loss.LossMeter;
import slope.network.Pass;
import slope.optimizer.OptimizerState;
import slope.optimizer.UpdateRule;
import slope.training.TrainingOptions.LastBatch;

/// Steps of an [UpdateRule], each on a batch of the rows.
final class BatchSteps implements Steps {
    /// Separates the random numbers of steps from others with the same seed.
    private static final long PURPOSE = 0x73746570; // "step"

    private final Trainer settings;
    private final Examples training;
    private final int members;
    private final Pass pass;
    private final LossMeter meter;
    private final Batch batch;
    private final ParameterUpdate update;
    private final int batchesPerEpoch;
    private final EpochRows epochRows;
    private final IntConsumer stepped;
    private final float[] gradient;
    private int[] order = {};
    private int rowsOfStep;

    /// @param stepped is told the rows of each step
    BatchSteps(Trainer settings, UpdateRule rule, Examples training, Workspace workspace, IntConsumer stepped) {
        this.settings = settings;
        this.training = training;
        this.members = workspace.architecture().members();
        this.pass = workspace.pass();
        this.meter = workspace.meter();
        this.batch = workspace.batch();
        this.gradient = new float[workspace.architecture().parameterLayout().length()];
        this.batchesPerEpoch = batchesPerEpoch(settings, training.rows());
        this.update = new ParameterUpdate(settings, rule, workspace, batchesPerEpoch);
        this.epochRows = new EpochRows(training.rows(), settings.order(), settings.seed(), members);
        this.stepped = stepped;
    }

    private static int batchesPerEpoch(Trainer settings, int rows) {
        boolean dropped = settings.trainingOptions().lastBatch() == LastBatch.DROPPED;
        int whole = rows / settings.batchSize();
        return dropped && whole > 0 ? whole : Math.ceilDiv(rows, settings.batchSize());
    }

    /// The name of everything random in a step.
    static long random(Trainer settings, long stepsBefore) {
        return SplitRandom.name(SplitRandom.name(settings.seed(), PURPOSE), stepsBefore);
    }

    @Override
    public int ofEpoch() {
        return batchesPerEpoch;
    }

    @Override
    public void startEpoch(int epoch) {
        order = epochRows.arrange(epoch);
    }

    @Override
    public int[] rows(int number) {
        int[] rows = new int[members * rowsOf(number)];
        Arrays.setAll(
                rows, row -> order[row / rowsOf(number) * training.rows() + first(number) + row % rowsOf(number)]);
        return rows;
    }

    private int first(int number) {
        return number * settings.batchSize();
    }

    private int rowsOf(int number) {
        return Math.min(settings.batchSize(), training.rows() - first(number));
    }

    /// All rows together have one mean, which is the mean of the ensemble members' losses.
    @Override
    public double measure(float[] parameters, int number, long stepsBefore) {
        rowsOfStep = rowsOf(number);
        int rows = rowsOfStep * members;
        batch.gather(training, order, first(number), rowsOfStep, members, training.rows());
        float[] outputs = pass.forwardToTrain(
                parameters, batch.inputs(), 0, rows, random(settings, stepsBefore), update.dropoutShare(stepsBefore));
        return meter.measure(outputs, batch.targets(), batch.weights(), batch.offsets(), pass.outputGradient(), rows);
    }

    @Override
    public double weight() {
        return meter.weight();
    }

    @Override
    public void differentiate() {
        pass.backward(gradient);
    }

    @Override
    public float[] gradient() {
        return gradient;
    }

    @Override
    public double move(float[] parameters, double rateMultiplier, long stepsBefore) {
        double rate = update.move(parameters, gradient, rateMultiplier, stepsBefore);
        stepped.accept(rowsOfStep);
        return rate;
    }

    @Override
    public float[] averageOr(float[] parameters) {
        return update.averageOr(parameters);
    }

    @Override
    public OptimizerState state() {
        return update.state();
    }

    @Override
    public void restore(OptimizerState state) {
        update.restore(state);
    }

    @Override
    public void forgetAllBut(float[] parameters) {
        update.forgetAllBut(parameters);
    }
}
