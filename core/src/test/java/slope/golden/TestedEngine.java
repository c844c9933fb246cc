package slope.golden;

import java.util.List;
import slope.layer.Architecture;
import slope.loss.Loss;
import slope.reference.DoubleSide;
import slope.training.FloatSide;
import slope.training.Trainer;

/// Both engines behind one face, so that published numbers are held against either.
enum TestedEngine {
    /// Of formulas in double, which agree to the digits that the files have.
    DOUBLE(1e-9, 4e-6) {
        @Override
        Measured measure(Architecture architecture, double[] parameters, Loss loss, Batch batch) {
            return DoubleSide.measure(architecture, parameters, loss, batch);
        }

        @Override
        Measured measure(Architecture architecture, double[] parameters, double[][] inputs, double[] byOutputs) {
            return DoubleSide.measure(architecture, parameters, inputs, byOutputs);
        }

        @Override
        Measured loss(Loss loss, double[] outputs, int width, double[] targets) {
            return DoubleSide.loss(loss, outputs, width, targets);
        }

        @Override
        List<double[]> descend(Descent descent, double[] start, double[][] gradients, double[] rates) {
            return DoubleSide.descend(descent, start, gradients, rates);
        }

        @Override
        List<Step> train(Trainer trainer, Architecture architecture, double[] start, List<Batch> batches) {
            return DoubleSide.train(trainer, architecture, start, batches);
        }
    },
    /// Of kernels in float: 1e-5 is some hundred roundings.
    FLOAT(1e-5, 4e-5) {
        @Override
        Measured measure(Architecture architecture, double[] parameters, Loss loss, Batch batch) {
            return FloatSide.measure(architecture, parameters, loss, batch);
        }

        @Override
        Measured measure(Architecture architecture, double[] parameters, double[][] inputs, double[] byOutputs) {
            return FloatSide.measure(architecture, parameters, inputs, byOutputs);
        }

        @Override
        Measured loss(Loss loss, double[] outputs, int width, double[] targets) {
            return FloatSide.loss(loss, outputs, width, targets);
        }

        @Override
        List<double[]> descend(Descent descent, double[] start, double[][] gradients, double[] rates) {
            return FloatSide.descend(descent, start, gradients, rates);
        }

        @Override
        List<Step> train(Trainer trainer, Architecture architecture, double[] start, List<Batch> batches) {
            return FloatSide.train(trainer, architecture, start, batches);
        }
    };

    /// How far it may be from published numbers, see [Distance].
    final double bound;

    /// How far the move of a block of parameters may be from the published one: a small difference
    /// of large numbers, of which the files have 8 decimals.
    final double boundOfMoves;

    TestedEngine(double bound, double boundOfMoves) {
        this.bound = bound;
        this.boundOfMoves = boundOfMoves;
    }

    /// Outputs, loss and gradient of a batch.
    abstract Measured measure(Architecture architecture, double[] parameters, Loss loss, Batch batch);

    /// Outputs and gradient where the gradient by the outputs is given; no loss.
    abstract Measured measure(Architecture architecture, double[] parameters, double[][] inputs, double[] byOutputs);

    /// A loss of given outputs, and its gradient by them.
    abstract Measured loss(Loss loss, double[] outputs, int width, double[] targets);

    /// The parameters after each of some steps along given gradients.
    abstract List<double[]> descend(Descent descent, double[] start, double[][] gradients, double[] rates);

    /// The steps of a training that sees one batch after another.
    abstract List<Step> train(Trainer trainer, Architecture architecture, double[] start, List<Batch> batches);
}
