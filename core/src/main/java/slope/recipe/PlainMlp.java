package slope.recipe;

import java.util.List;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.Initializer;
import slope.loss.Loss;
import slope.network.Network;
import slope.optimizer.LearningRate;
import slope.optimizer.Optimizer;
import slope.target.NumberLoss;
import slope.target.Numbers;
import slope.training.Trainer;

/// The plain recipe: dense layers of one activation, one optimizer, one rate.
public final class PlainMlp {
    private PlainMlp() {}

    static Settings settings(Recipe recipe, Settings.Circumstances circumstances) {
        Settings.Decisions decisions = new Settings.Decisions(recipe);
        if (recipe.start().isEmpty()) {
            decisions.decide(Setting.HIDDEN, List.of(64, 32)).decide(Setting.ACTIVATION, Activation.RELU);
        }
        decisions
                .decide(Setting.OPTIMIZER, Optimizer.adam())
                .decide(Setting.LEARNING_RATE, 0.001)
                .decide(Setting.BATCH_SIZE, 32)
                .decide(Setting.EPOCHS, 100)
                .decide(Setting.PATIENCE, Integer.MAX_VALUE);
        if (circumstances.target() instanceof Numbers) {
            decisions.decide(Setting.LOSS, NumberLoss.SQUARED);
        }
        return decisions.settings();
    }

    /// The network's outputs are logits or values, without activation.
    public static Architecture architecture(Settings settings, int inputs, int outputs) {
        Activation activation = settings.get(Setting.ACTIVATION);
        Architecture architecture = Architecture.inputs(inputs);
        for (int units : settings.get(Setting.HIDDEN)) {
            architecture = architecture.dense(units, activation);
        }
        return architecture.dense(outputs, Activation.IDENTITY);
    }

    public static Network start(Settings settings, Architecture architecture, long seed) {
        return Network.start(architecture, initializer(settings.get(Setting.ACTIVATION)), seed);
    }

    /// The start that suits the activation: He's keeps the scale of signals through functions that
    /// halve them, LeCun's through SELU, Glorot's through the rest.
    private static Initializer initializer(Activation activation) {
        return switch (activation) {
            case Activation.Relu ignored -> Initializer.HE;
            case Activation.LeakyRelu ignored -> Initializer.HE;
            case Activation.Elu ignored -> Initializer.HE;
            case Activation.Gelu ignored -> Initializer.HE;
            case Activation.GeluTanh ignored -> Initializer.HE;
            case Activation.Silu ignored -> Initializer.HE;
            case Activation.Mish ignored -> Initializer.HE;
            case Activation.Selu ignored -> Initializer.LECUN;
            case Activation.Sigmoid ignored -> Initializer.GLOROT;
            case Activation.Tanh ignored -> Initializer.GLOROT;
            case Activation.Identity ignored -> Initializer.GLOROT;
            case Activation.Softmax ignored -> Initializer.GLOROT;
        };
    }

    public static Trainer trainer(Settings settings, Loss loss) {
        return Trainer.of(loss, settings.get(Setting.OPTIMIZER))
                .learningRate(LearningRate.constant(settings.get(Setting.LEARNING_RATE)))
                .batchSize(settings.get(Setting.BATCH_SIZE));
    }
}
