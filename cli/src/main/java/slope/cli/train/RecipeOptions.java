package slope.cli.train;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import slope.model.PlainRecipe;
import slope.network.Activation;
import slope.training.LearningRate;
import slope.training.Optimizer;
import slope.training.Stopping;

/// The options that describe the network and its training; each left out keeps the recipe's own
/// setting.
final class RecipeOptions {
    private static final String ACTIVATIONS =
            "relu, leaky-relu, elu, selu, gelu, silu, mish, tanh, sigmoid or identity";
    private static final String OPTIMIZERS = "adam, adamw, sgd, momentum or nesterov";

    @Option(
            names = "--hidden",
            split = ",",
            paramLabel = "UNITS",
            description = "The units of each hidden layer, first to last (default: 64,32).")
    private List<Integer> hidden = List.of();

    @Option(
            names = "--activation",
            paramLabel = "NAME",
            converter = ActivationConverter.class,
            description = "Of the hidden layers: " + ACTIVATIONS + " (default: relu).")
    private Optional<Activation> activation = Optional.empty();

    @Option(
            names = "--optimizer",
            paramLabel = "NAME",
            converter = OptimizerConverter.class,
            description = "How gradients change weights: " + OPTIMIZERS + " (default: adam).")
    private Optional<Optimizer> optimizer = Optional.empty();

    @Option(names = "--learning-rate", paramLabel = "RATE", description = "How large the steps are (default: 0.001).")
    private Optional<Double> learningRate = Optional.empty();

    @Option(names = "--batch", paramLabel = "ROWS", description = "Rows a step sees (default: 32).")
    private Optional<Integer> batchSize = Optional.empty();

    @Option(
            names = "--epochs",
            paramLabel = "N",
            description = "How often training goes through the rows (default: 100).")
    private Optional<Integer> epochs = Optional.empty();

    /// The usual recipe with what was asked for.
    ///
    /// @throws IllegalArgumentException if a value cannot work
    PlainRecipe toRecipe() {
        PlainRecipe recipe = PlainRecipe.usual();
        recipe = hidden.isEmpty() ? recipe : recipe.hidden(hidden);
        recipe = activation.map(recipe::activation).orElse(recipe);
        recipe = optimizer.map(recipe::optimizer).orElse(recipe);
        recipe = learningRate
                .map(LearningRate::constant)
                .map(recipe::learningRate)
                .orElse(recipe);
        recipe = batchSize.map(recipe::batchSize).orElse(recipe);
        return epochs.map(Stopping::after).map(recipe::stopping).orElse(recipe);
    }

    /// From a name to an activation a hidden layer can have.
    static final class ActivationConverter implements ITypeConverter<Activation> {
        @Override
        public Activation convert(String name) {
            return Stream.of(
                            Activation.RELU,
                            Activation.LEAKY_RELU,
                            Activation.ELU,
                            Activation.SELU,
                            Activation.GELU,
                            Activation.SILU,
                            Activation.MISH,
                            Activation.TANH,
                            Activation.SIGMOID,
                            Activation.IDENTITY)
                    .filter(activation -> activation.title().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("'" + name + "' is none of " + ACTIVATIONS));
        }
    }

    /// From a name to an optimizer with its usual settings.
    static final class OptimizerConverter implements ITypeConverter<Optimizer> {
        @Override
        public Optimizer convert(String name) {
            return Stream.of(
                            Optimizer.adam(),
                            Optimizer.adamW(0.01),
                            Optimizer.sgd(),
                            Optimizer.momentum(0.9),
                            Optimizer.nesterov(0.9))
                    .filter(optimizer -> optimizer.title().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("'" + name + "' is none of " + OPTIMIZERS));
        }
    }
}
