import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.Initializer;
import slope.loss.Loss;
import slope.optimizer.LearningRate;
import slope.optimizer.Optimizer;
import slope.reference.Matrix;
import slope.reference.ReferenceNetwork;
import slope.reference.ReferenceTrainer;

void main() {
    Matrix inputs = Matrix.of(new double[][] {{0, 0, 1}, {0, 1, 1}, {1, 0, 1}, {1, 1, 1}});
    Matrix targets = Matrix.of(4, 1, 0, 1, 1, 0);
    Architecture shape = Architecture.inputs(3)
            .denseWithoutBias(4, Activation.SIGMOID)
            .denseWithoutBias(1, Activation.SIGMOID);
    ReferenceNetwork start = ReferenceNetwork.start(shape, Initializer.UNIFORM_SCALED, 1);
    ReferenceTrainer trainer = new ReferenceTrainer(Loss.halfSquaredError(), Optimizer.sgd(), LearningRate.constant(1));
    ReferenceNetwork trained = trainer.train(start, inputs, targets, 100_000);
    IO.println("Wh = " + trained.layers().get(0).weights());
    IO.println("Wo = " + trained.layers().get(1).weights());
}
