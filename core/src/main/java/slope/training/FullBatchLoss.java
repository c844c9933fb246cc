package slope.training;

import java.util.Arrays;
import java.util.function.IntConsumer;
import slope.layer.ParameterLayout;
import slope.loss.Loss;
import slope.loss.LossMeter;
import slope.network.Pass;
import slope.optimizer.Lbfgs;
import slope.optimizer.WeightPenalty;
import slope.training.Trainer.RowOrder;

/// The loss of all training rows as a function of the parameters, with its gradient; and the
/// objective of [Lbfgs], which is their mean loss and a share of the penalty of weights.
///
/// Blocks of rows follow one another; their losses and gradients add up in double precision.
final class FullBatchLoss {
    private final Loss loss;
    private final Examples training;
    private final int members;
    private final int outputs;
    private final int blockRows;
    private final Pass pass;
    private final LossMeter meter;
    private final Batch batch;
    private final WeightPenalty penalty;
    private final IntConsumer rowsSeen;
    private final int[] order;
    private final float[] gradient; // of a block
    private final double[] sums; // one for each parameter
    private final ParameterLayout layout;

    FullBatchLoss(Trainer trainer, Lbfgs optimizer, Examples training, Workspace workspace, IntConsumer rowsSeen) {
        this.loss = trainer.loss();
        this.training = training;
        this.members = workspace.architecture().members();
        this.outputs = workspace.architecture().outputs();
        this.blockRows = workspace.blockRows();
        this.pass = workspace.pass();
        this.meter = workspace.meter();
        this.batch = workspace.batch();
        this.layout = workspace.architecture().parameterLayout();
        this.penalty = new WeightPenalty(
                optimizer.weightDecay(), trainer.trainingOptions().parameterGroups(), layout);
        this.rowsSeen = rowsSeen;
        this.order = new EpochRows(training.rows(), RowOrder.AS_GIVEN, 0).arrange(1);
        this.gradient = new float[layout.length()];
        this.sums = new double[layout.length()];
    }

    /// Parameters, and what was measured of them.
    static final class Point {
        private final float[] parameters;
        private final float[] gradient; // of the objective
        private double lossSum;
        private double weight;
        private double objective;

        Point(int parameters) {
            this.parameters = new float[parameters];
            this.gradient = new float[parameters];
        }

        float[] parameters() {
            return parameters;
        }

        float[] gradient() {
            return gradient;
        }

        /// The summed loss of the rows.
        double lossSum() {
            return lossSum;
        }

        /// The weight of the rows.
        double weight() {
            return weight;
        }

        double objective() {
            return objective;
        }

        /// Moves here, not measured yet.
        Point onLine(float[] start, double step, double[] direction) {
            for (int index = 0; index < parameters.length; index++) {
                parameters[index] = (float) Math.fma(step, direction[index], start[index]);
            }
            return this;
        }

        void become(Point other) {
            System.arraycopy(other.parameters, 0, parameters, 0, parameters.length);
            System.arraycopy(other.gradient, 0, gradient, 0, gradient.length);
            lossSum = other.lossSum;
            weight = other.weight;
            objective = other.objective;
        }
    }

    Point newPoint() {
        return new Point(layout.length());
    }

    /// Measures a point.
    void measure(Point point) {
        Arrays.fill(sums, 0);
        point.lossSum = 0;
        point.weight = 0;
        for (int first = 0; first < training.rows(); first += blockRows) {
            addBlock(point, first, Math.min(blockRows, training.rows() - first));
        }
        double share = 1 / loss.divisor(point.weight, outputs);
        for (int index = 0; index < sums.length; index++) {
            sums[index] *= share;
        }
        penalty.addGradient(point.parameters, 1 / point.weight, sums);
        for (int index = 0; index < sums.length; index++) {
            point.gradient[index] = (float) sums[index];
        }
        point.objective = meter.loss(point.lossSum, point.weight) + penalty.value(point.parameters) / point.weight;
    }

    private void addBlock(Point point, int first, int rowsOfMember) {
        int rows = rowsOfMember * members;
        batch.gather(training, order, first, rowsOfMember, members, 0); // all ensemble members see the same rows
        float[] said = pass.forwardToTrain(point.parameters, batch.inputs(), 0, rows, 0, 0);
        point.lossSum +=
                meter.measure(said, batch.targets(), batch.weights(), batch.offsets(), pass.outputGradient(), rows);
        point.weight += meter.weight();
        pass.backward(gradient);
        double divisor = loss.divisor(meter.weight(), outputs);
        for (int index = 0; index < sums.length; index++) {
            sums[index] = Math.fma(divisor, gradient[index], sums[index]);
        }
        rowsSeen.accept(rowsOfMember);
    }
}
