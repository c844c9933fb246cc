package slope.report.lesson;

import java.util.List;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.ParameterLayout;
import slope.loss.Loss;
import slope.optimizer.LearningRate;
import slope.optimizer.Optimizer;
import slope.reference.Matrix;
import slope.reference.ReferenceNetwork;
import slope.reference.ReferenceTrainer;

/// One of the notebook's experiments, ready to run.
///
/// With half the squared error as loss and a learning rate of 1, gradient descent is exactly the
/// notebook's `Wo += Xᵀ·delta`: its delta is minus the loss's derivative, its update minus the
/// gradient.
///
/// @param settings what a person chose
/// @param inputs four rows of three inputs, the last one always 1
/// @param targets four rows of one number
/// @param start the network before the first iteration; no layer has biases
/// @param trainer takes the notebook's steps
public record Lesson(
        LessonSettings settings, Matrix inputs, Matrix targets, ReferenceNetwork start, ReferenceTrainer trainer) {

    /// Sets an experiment up.
    ///
    /// @throws IllegalArgumentException if the seed is none that NumPy takes
    public static Lesson of(LessonSettings settings) {
        Matrix inputs = Matrix.of(new double[][] {{0, 0, 1}, {0, 1, 1}, {1, 0, 1}, {1, 1, 1}});
        Matrix targets = settings.lesson() == 1 ? Matrix.of(4, 1, 0, 0, 1, 1) : Matrix.of(4, 1, 0, 1, 1, 0);
        Architecture architecture = Architecture.inputs(3);
        if (settings.lesson() == 2) {
            architecture = architecture.denseWithoutBias(settings.hidden(), settings.activation());
        }
        architecture = architecture.denseWithoutBias(1, settings.activation());
        return new Lesson(
                settings,
                inputs,
                targets,
                start(architecture, settings),
                new ReferenceTrainer(Loss.halfSquaredError(), Optimizer.sgd(), LearningRate.constant(1)));
    }

    private static ReferenceNetwork start(Architecture architecture, LessonSettings settings) {
        ReferenceNetwork drawn =
                ReferenceNetwork.start(architecture, settings.start().initializer(), settings.seed());
        if (settings.start() != LessonStart.TWINS) {
            return drawn;
        }
        double[] parameters = drawn.parameters();
        for (ParameterLayout.Block block : architecture.parameterLayout().blocks()) {
            boolean isToUnits = block.layer() == 0; // inputs × units, and then units × 1
            for (int input = 0; input < (isToUnits ? block.rows() : 1); input++) {
                int first = block.offset() + input * block.columns();
                parameters[first] = parameters[first + 1];
            }
        }
        return ReferenceNetwork.of(architecture, parameters);
    }

    /// The derivative of the activation, by its output.
    double slope(double output) {
        return isSigmoid() ? output * (1 - output) : output > 0 ? 1 : 0;
    }

    /// The same experiment, over after so many iterations.
    Lesson stoppedAfter(int iterations) {
        return new Lesson(settings.iterations(iterations), inputs, targets, start, trainer);
    }

    /// What the notebook calls the parts of each layer.
    List<LayerNames> layers() {
        return LayerNames.of(settings);
    }

    /// Whether its activation is the notebook's own; the other one is ReLU.
    boolean isSigmoid() {
        return settings.activation() instanceof Activation.Sigmoid;
    }
}
