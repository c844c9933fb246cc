package slope.cli.train;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import slope.cli.text.NameConverter;
import slope.layer.Activation;
import slope.optimizer.Optimizer;
import slope.recipe.CalibrationChoice;
import slope.recipe.LinearPartChoice;
import slope.recipe.Norm;
import slope.recipe.Recipe;
import slope.recipe.Setting;
import slope.recipe.SettingText;
import slope.run.TrainingRequest;
import slope.target.NumberLoss;

/// The options for the recipe and its settings.
final class RecipeOptions {
    @Option(
            names = "--recipe",
            paramLabel = "NAME",
            converter = RecipeConverter.class,
            completionCandidates = RecipeSummaries.class,
            description = "The network and its training: ${COMPLETION-CANDIDATES}; the first is the default.")
    private Optional<RecipeName> named = Optional.empty();

    @Option(
            names = "--start-from",
            paramLabel = "MODEL",
            description = "Fine-tune a saved network instead of a new one, with the recipe plain: Slope's, or a"
                    + " plain one in ONNX from another program. Its columns are found by name; the inputs of another"
                    + " program's, which have no names, are the table's columns in their order.")
    private Optional<Path> startFrom = Optional.empty();

    @Option(
            names = "--hidden",
            split = ",",
            paramLabel = "UNITS",
            description = "The units of each hidden layer, first to last.")
    private List<Integer> hidden = List.of();

    @Option(
            names = "--activation",
            paramLabel = "NAME",
            converter = ActivationConverter.class,
            completionCandidates = ActivationConverter.class,
            description = "Activation of the hidden layers: relu, leaky-relu, elu, selu, gelu, gelu-tanh, silu, mish,"
                    + " tanh, sigmoid or identity.")
    private Optional<Activation> activation = Optional.empty();

    @Option(
            names = "--norm",
            paramLabel = "NAME",
            converter = NormConverter.class,
            completionCandidates = NormConverter.class,
            description = "Normalization of the hidden layers, before their activation: none or layer (only in the"
                    + " recipe plain).")
    private Optional<Norm> norm = Optional.empty();

    @Option(
            names = "--residual",
            description = "Each hidden layer but the first adds to its inputs, x + f(x); all have one width (only in"
                    + " the recipe plain).")
    private boolean residual;

    @Option(
            names = "--linear-part",
            paramLabel = "WHEN",
            converter = LinearPartConverter.class,
            completionCandidates = LinearPartConverter.class,
            description = "Whether a ridge regression on numbers, their logarithms and categories stands beside the"
                    + " network, which learns the rest: auto (if validation rows gain by it), always or never.")
    private Optional<LinearPartChoice> linearPart = Optional.empty();

    @Option(
            names = "--calibration",
            paramLabel = "HOW",
            converter = CalibrationConverter.class,
            completionCandidates = CalibrationConverter.class,
            description = "Calibration of probabilities by the validation rows: temperature or none.")
    private Optional<CalibrationChoice> calibration = Optional.empty();

    @Option(
            names = "--optimizer",
            paramLabel = "NAME",
            converter = OptimizerConverter.class,
            completionCandidates = OptimizerConverter.class,
            description =
                    "Optimizer: adam, adamw, sgd, momentum, nesterov, rmsprop or lbfgs. The last sees all rows in each"
                            + " step, for small tables (only in the recipe plain).")
    private Optional<Optimizer> optimizer = Optional.empty();

    @Option(names = "--learning-rate", paramLabel = "RATE", description = "The maximum learning rate.")
    private Optional<Double> learningRate = Optional.empty();

    @Option(names = "--batch", paramLabel = "ROWS", description = "The batch size.")
    private Optional<Integer> batchSize = Optional.empty();

    @Option(names = "--epochs", paramLabel = "N", description = "The maximum number of epochs.")
    private Optional<Integer> epochs = Optional.empty();

    @Option(
            names = "--patience",
            paramLabel = "N",
            converter = PatienceConverter.class,
            description = "Early stopping: end after N epochs without improvement (in the recipe tuned: N epochs"
                    + " after three times the best one, or at a rest of the learning rate after which another"
                    + " cycle is not worth its time); none trains to the last epoch.")
    private Optional<Integer> patience = Optional.empty();

    @Option(names = "--dropout", paramLabel = "SHARE", description = "The dropout rate (not in the recipe plain).")
    private Optional<Double> dropout = Optional.empty();

    @Option(
            names = "--weight-decay",
            paramLabel = "RATE",
            description = "The weight decay (with the optimizers adamw and lbfgs).")
    private Optional<Double> weightDecay = Optional.empty();

    @Option(
            names = "--averaged-epochs",
            paramLabel = "N",
            description = "Score and keep the weights averaged over the last N epochs, such as 0.5; 0 keeps those of"
                    + " the last step (not in the recipe plain).")
    private Optional<Double> averagedEpochs = Optional.empty();

    @Option(
            names = "--snapshots",
            paramLabel = "N",
            description = "Average up to N epochs of a network, the best of each learning-rate cycle, if that is"
                    + " better than the best epoch (only in the recipe tuned).")
    private Optional<Integer> snapshots = Optional.empty();

    @Option(
            names = "--label-smoothing",
            paramLabel = "SHARE",
            description = "Label smoothing of classes (recipe tuned).")
    private Optional<Double> labelSmoothing = Optional.empty();

    @Option(names = "--members", paramLabel = "K", description = "Ensemble members in one network (recipe ensemble).")
    private Optional<Integer> members = Optional.empty();

    @Option(
            names = "--loss",
            paramLabel = "NAME",
            converter = LossConverter.class,
            completionCandidates = LossConverter.class,
            description = "The loss of numeric targets: squared, mae or huber; all but squared are robust to outliers.")
    private Optional<NumberLoss> loss = Optional.empty();

    /// The recipe that was named, if one was.
    Optional<Recipe> named() {
        return named.flatMap(RecipeName::recipe);
    }

    /// Whether several recipes are to be trained, and one model selected.
    boolean isBest() {
        return named.filter(RecipeName.BEST::equals).isPresent();
    }

    /// The request with the chosen recipe and settings.
    ///
    /// @throws IllegalArgumentException if a value is invalid
    TrainingRequest on(TrainingRequest request) {
        if (startFrom.isPresent()
                && named.filter(recipe -> !recipe.title().equals(Recipe.plain().title()))
                        .isPresent()) {
            throw new IllegalArgumentException("--start-from goes with the recipe plain; leave --recipe out");
        }
        Recipe before = request.estimator().recipe();
        Optional<Recipe> other = named().or(() -> startFrom.map(file -> Recipe.plain()));
        Recipe recipe = other.map(chosen -> chosen.withChoicesOf(before)).orElse(before);
        recipe = hidden.isEmpty() ? recipe : recipe.hidden(hidden);
        recipe = with(recipe, Setting.ACTIVATION, activation);
        recipe = with(recipe, Setting.NORM, norm);
        recipe = residual ? recipe.with(Setting.RESIDUAL, true) : recipe;
        recipe = with(recipe, Setting.LINEAR_PART, linearPart);
        recipe = with(recipe, Setting.CALIBRATION, calibration);
        recipe = with(recipe, Setting.OPTIMIZER, optimizer);
        recipe = with(recipe, Setting.LEARNING_RATE, learningRate);
        recipe = with(recipe, Setting.BATCH_SIZE, batchSize);
        recipe = with(recipe, Setting.EPOCHS, epochs);
        recipe = with(recipe, Setting.PATIENCE, patience);
        recipe = with(recipe, Setting.DROPOUT, dropout);
        recipe = with(recipe, Setting.WEIGHT_DECAY, weightDecay);
        recipe = with(recipe, Setting.AVERAGED_EPOCHS, averagedEpochs);
        recipe = with(recipe, Setting.SNAPSHOTS, snapshots);
        recipe = with(recipe, Setting.LABEL_SMOOTHING, labelSmoothing);
        recipe = with(recipe, Setting.MEMBERS, members);
        recipe = with(recipe, Setting.LOSS, loss);
        TrainingRequest changed = request.estimator(request.estimator().recipe(recipe));
        return startFrom.map(changed::start).orElse(changed);
    }

    private static <T> Recipe with(Recipe recipe, Setting<T> setting, Optional<T> value) {
        return value.map(chosen -> recipe.with(setting, chosen)).orElse(recipe);
    }

    /// From a name to a recipe.
    static final class RecipeConverter extends NameConverter<RecipeName> {
        RecipeConverter() {
            super(RecipeName.all(), RecipeName::title);
        }
    }

    /// From a name to an activation that hidden layers can have.
    static final class ActivationConverter extends NameConverter<Activation> {
        ActivationConverter() {
            super(Setting.ACTIVATION.choices(), Activation::title);
        }
    }

    /// From a name to a normalization.
    static final class NormConverter extends NameConverter<Norm> {
        NormConverter() {
            super(Setting.NORM.choices(), Norm::title);
        }
    }

    /// From a name to a choice of a linear part.
    static final class LinearPartConverter extends NameConverter<LinearPartChoice> {
        LinearPartConverter() {
            super(Setting.LINEAR_PART.choices(), LinearPartChoice::title);
        }
    }

    /// From a name to a way of calibration.
    static final class CalibrationConverter extends NameConverter<CalibrationChoice> {
        CalibrationConverter() {
            super(Setting.CALIBRATION.choices(), CalibrationChoice::title);
        }
    }

    /// From a name to an optimizer with its usual settings.
    static final class OptimizerConverter extends NameConverter<Optimizer> {
        OptimizerConverter() {
            super(Setting.OPTIMIZER.choices(), Optimizer::title);
        }
    }

    /// From a number of epochs, or none, to a patience.
    static final class PatienceConverter implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String typed) {
            try {
                return typed.equals(SettingText.of(Integer.MAX_VALUE)) ? Integer.MAX_VALUE : Integer.valueOf(typed);
            } catch (NumberFormatException noNumber) {
                throw new TypeConversionException("'%s' is neither a number of epochs nor none".formatted(typed));
            }
        }
    }

    /// From a name to a loss of numbers.
    static final class LossConverter extends NameConverter<NumberLoss> {
        LossConverter() {
            super(Setting.LOSS.choices(), NumberLoss::title);
        }
    }

    /// Each recipe with what it is, for the help.
    static final class RecipeSummaries implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return RecipeName.all().stream()
                    .map(recipe -> "%s (%s)".formatted(recipe.title(), recipe.summary()))
                    .iterator();
        }
    }
}
