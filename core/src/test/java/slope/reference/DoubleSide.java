package slope.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import slope.golden.Batch;
import slope.golden.Descent;
import slope.golden.Measured;
import slope.golden.Step;
import slope.layer.Architecture;
import slope.layer.ParameterLayout.Block;
import slope.loss.Loss;
import slope.training.Trainer;

/// The double engine as the tests of published numbers ask for it.
public final class DoubleSide {
    private DoubleSide() {}

    public static Measured measure(Architecture architecture, double[] parameters, Loss loss, Batch batch) {
        ReferenceNetwork network = ReferenceNetwork.of(architecture, parameters);
        Matrix targets = Matrix.of(batch.targets());
        ForwardPass forward = ForwardPass.of(network, Matrix.of(batch.inputs()));
        BackwardPass backward = BackwardPass.of(network, forward, loss, targets);
        return new Measured(
                forward.outputs().toArray(), LossFormulas.value(loss, forward.outputs(), targets), flat(backward));
    }

    /// The gradient by outputs a is a − y for half the squared error, so targets y = a − gradient
    /// lead to the one that is given.
    public static Measured measure(
            Architecture architecture, double[] parameters, double[][] inputs, double[] byOutputs) {
        ReferenceNetwork network = ReferenceNetwork.of(architecture, parameters);
        ForwardPass forward = ForwardPass.of(network, Matrix.of(inputs));
        Matrix outputs = forward.outputs();
        Matrix targets = outputs.minus(Matrix.of(outputs.rows(), outputs.columns(), byOutputs));
        BackwardPass backward = BackwardPass.of(network, forward, Loss.halfSquaredError(), targets);
        return new Measured(outputs.toArray(), Double.NaN, flat(backward));
    }

    public static Measured loss(Loss loss, double[] outputs, int width, double[] targets) {
        int rows = outputs.length / width;
        Matrix said = Matrix.of(rows, width, outputs);
        Matrix wanted = Matrix.of(rows, loss.targetsFor(width), targets);
        return new Measured(
                outputs,
                LossFormulas.value(loss, said, wanted),
                LossFormulas.gradient(loss, said, wanted).toArray());
    }

    public static List<double[]> descend(Descent descent, double[] start, double[][] gradients, double[] rates) {
        List<double[]> after = new ArrayList<>();
        double[] parameters = start.clone();
        List<Moments> moments = new ArrayList<>();
        for (Block block : descent.layout().blocks()) {
            moments.add(Moments.start(descent.optimizer(), part(parameters, block)));
        }
        for (int step = 0; step < gradients.length; step++) {
            OptimizerFormulas formulas =
                    new OptimizerFormulas(descent.optimizer(), descent.groups(), rates[step], 1, step + 1);
            for (int index = 0; index < moments.size(); index++) {
                Block block = descent.layout().blocks().get(index);
                ParameterUpdate update = formulas.update(
                        block, part(parameters, block), part(gradients[step], block), moments.get(index));
                moments.set(index, update.moments());
                System.arraycopy(update.after().toArray(), 0, parameters, block.offset(), block.length());
            }
            after.add(parameters.clone());
        }
        return after;
    }

    public static List<Step> train(Trainer trainer, Architecture architecture, double[] start, List<Batch> batches) {
        ReferenceTraining training =
                ReferenceTraining.start(trainer, ReferenceNetwork.of(architecture, start), batches.size(), 0);
        List<Step> steps = new ArrayList<>();
        for (Batch batch : batches) {
            TracedStep step =
                    new TracedStep(training, StepRows.of(Matrix.of(batch.inputs()), Matrix.of(batch.targets())));
            training = step.next();
            steps.add(new Step(step.loss(), training.network().parameters()));
        }
        return steps;
    }

    private static Matrix part(double[] all, Block block) {
        return Matrix.of(
                block.rows(),
                block.columns(),
                Arrays.copyOfRange(all, block.offset(), block.offset() + block.length()));
    }

    private static double[] flat(BackwardPass backward) {
        return backward.gradients().stream()
                .flatMap(List::stream)
                .flatMapToDouble(block -> Arrays.stream(block.toArray()))
                .toArray();
    }
}
