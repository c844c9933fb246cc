package slope.model;

import java.util.List;
import slope.network.Activation;
import slope.network.Architecture;
import slope.network.Initializer;
import slope.training.LearningRate;
import slope.training.Optimizer;
import slope.training.Stopping;
import slope.training.Trainer;

/// A plain network and how to train it: dense layers of one activation, one optimizer, one rate.
/// Simple enough to explain to a class.
///
/// @param hidden the units of each hidden layer, first to last; none makes a linear model
/// @param activation of the hidden layers
/// @param optimizer how gradients change parameters
/// @param learningRate how large the steps are
/// @param batchSize rows a step sees
/// @param stopping when to end
public record PlainRecipe(
        List<Integer> hidden,
        Activation activation,
        Optimizer optimizer,
        LearningRate learningRate,
        int batchSize,
        Stopping stopping) {

    public PlainRecipe {
        hidden = List.copyOf(hidden);
        for (int units : hidden) {
            if (units < 1) {
                throw new IllegalArgumentException("a hidden layer needs at least 1 unit, not " + units);
            }
        }
        if (batchSize < 1) {
            throw new IllegalArgumentException("a batch needs at least 1 row, not " + batchSize);
        }
    }

    /// Hidden layers of 64 and 32 ReLU units, Adam at 0.001, batches of 32, 100 epochs.
    public static PlainRecipe usual() {
        return new PlainRecipe(
                List.of(64, 32),
                Activation.RELU,
                Optimizer.adam(),
                LearningRate.constant(0.001),
                32,
                Stopping.after(100));
    }

    public PlainRecipe hidden(List<Integer> hidden) {
        return new PlainRecipe(hidden, activation, optimizer, learningRate, batchSize, stopping);
    }

    public PlainRecipe activation(Activation activation) {
        return new PlainRecipe(hidden, activation, optimizer, learningRate, batchSize, stopping);
    }

    public PlainRecipe optimizer(Optimizer optimizer) {
        return new PlainRecipe(hidden, activation, optimizer, learningRate, batchSize, stopping);
    }

    public PlainRecipe learningRate(LearningRate learningRate) {
        return new PlainRecipe(hidden, activation, optimizer, learningRate, batchSize, stopping);
    }

    public PlainRecipe batchSize(int batchSize) {
        return new PlainRecipe(hidden, activation, optimizer, learningRate, batchSize, stopping);
    }

    public PlainRecipe stopping(Stopping stopping) {
        return new PlainRecipe(hidden, activation, optimizer, learningRate, batchSize, stopping);
    }

    /// The network's shape between so many inputs and outputs; the outputs are logits or values,
    /// without activation.
    Architecture architecture(int inputs, int outputs) {
        Architecture architecture = Architecture.inputs(inputs);
        for (int units : hidden) {
            architecture = architecture.dense(units, activation);
        }
        return architecture.dense(outputs, Activation.IDENTITY);
    }

    /// The start that suits the activation: He's keeps the scale of signals through functions that
    /// halve them, LeCun's through SELU, Glorot's through the rest.
    Initializer initializer() {
        return switch (activation) {
            case Activation.Relu _,
                    Activation.LeakyRelu _,
                    Activation.Elu _,
                    Activation.Gelu _,
                    Activation.Silu _,
                    Activation.Mish _ -> Initializer.HE;
            case Activation.Selu _ -> Initializer.LECUN;
            case Activation.Sigmoid _, Activation.Tanh _, Activation.Identity _, Activation.Softmax _ ->
                Initializer.GLOROT;
        };
    }

    Trainer trainer(Task task, long seed) {
        return Trainer.of(task.loss(), optimizer)
                .learningRate(learningRate)
                .batchSize(batchSize)
                .stopping(stopping)
                .seed(seed);
    }
}
