package slope.cli.lesson;

import slope.network.Activation;
import slope.network.Architecture;
import slope.network.Initializer;
import slope.reference.Matrix;
import slope.reference.ReferenceNetwork;
import slope.reference.ReferenceTrainer;
import slope.training.LearningRate;
import slope.training.Loss;
import slope.training.Optimizer;

/// Lesson 2 through the public API; the README shows the lines between the two markers.
final class ReadmeLessonExample {
    private ReadmeLessonExample() {}

    static ReferenceNetwork run() {
        // README-LESSON-START
        Matrix inputs = Matrix.of(new double[][] {{0, 0, 1}, {0, 1, 1}, {1, 0, 1}, {1, 1, 1}});
        Matrix targets = Matrix.of(new double[][] {{0}, {1}, {1}, {0}});

        Architecture architecture =
                Architecture.inputs(3).denseWithoutBias(4, Activation.SIGMOID).denseWithoutBias(1, Activation.SIGMOID);
        ReferenceNetwork start = ReferenceNetwork.start(architecture, Initializer.UNIFORM_SCALED, 1);

        var trainer = new ReferenceTrainer(Loss.halfSquaredError(), Optimizer.sgd(), LearningRate.constant(1));
        ReferenceNetwork trained = trainer.train(start, inputs, targets, 100_000);
        System.out.println(trained.predict(inputs)); // [[0.0013…], [0.9969…], [0.9968…], [0.0035…]]
        // README-LESSON-END
        return trained;
    }
}
