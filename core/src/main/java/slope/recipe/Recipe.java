package slope.recipe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import slope.layer.Activation;
import slope.model.FittedNetwork;
import slope.optimizer.Optimizer;

/// How to make and train a network: a kind, and what somebody wants otherwise than it usually is. What
/// is not chosen is decided by the kind's rules once the data are known, see [Settings].
///
///     Recipe.plain().hidden(List.of(32)).activation(Activation.GELU)
public final class Recipe {
    private final RecipeKind kind;
    private final Map<Setting<?>, Object> chosen;
    private final Optional<FittedNetwork> start;

    private Recipe(RecipeKind kind, Map<Setting<?>, Object> chosen, Optional<FittedNetwork> start) {
        this.kind = kind;
        this.chosen = Map.copyOf(chosen);
        this.start = start;
    }

    /// The kind as it usually is.
    public static Recipe of(RecipeKind kind) {
        return new Recipe(kind, Map.of(), Optional.empty());
    }

    /// The usual recipe: accurate on tables of any kind without a choice to make.
    public static Recipe tuned() {
        return of(RecipeKind.TUNED);
    }

    /// Several networks in one, which share most of their weights: often more accurate, and slower.
    public static Recipe ensemble() {
        return of(RecipeKind.ENSEMBLE);
    }

    /// A network to explain to a class: hidden layers of 64 and 32 ReLU units, Adam at 0.001, batches of
    /// 32, 100 epochs.
    public static Recipe plain() {
        return of(RecipeKind.PLAIN);
    }

    /// The plain recipe's training of a network that was trained before, here or elsewhere: its layers, its
    /// inputs and what its outputs mean stay as they are, see [FineTune].
    public static Recipe goingOnFrom(FittedNetwork start) {
        return new Recipe(RecipeKind.PLAIN, Map.of(), Optional.of(start));
    }

    /// The network to go on from, if it is not a new one.
    public Optional<FittedNetwork> start() {
        return start;
    }

    public RecipeKind kind() {
        return kind;
    }

    /// The units of each hidden layer, first to last; none makes a linear model.
    public Recipe hidden(List<Integer> hidden) {
        return with(Setting.HIDDEN, List.copyOf(hidden));
    }

    /// The activation of the hidden layers.
    public Recipe activation(Activation activation) {
        return with(Setting.ACTIVATION, activation);
    }

    /// How gradients change parameters.
    public Recipe optimizer(Optimizer optimizer) {
        return with(Setting.OPTIMIZER, optimizer);
    }

    /// How large the steps are, at most.
    public Recipe learningRate(double learningRate) {
        return with(Setting.LEARNING_RATE, learningRate);
    }

    /// Rows a step sees.
    public Recipe batchSize(int batchSize) {
        return with(Setting.BATCH_SIZE, batchSize);
    }

    /// Passes over the rows to learn from, at most.
    public Recipe epochs(int epochs) {
        return with(Setting.EPOCHS, epochs);
    }

    /// Any setting.
    ///
    /// @throws IllegalArgumentException if no recipe can have that value
    public <T> Recipe with(Setting<T> setting, T value) {
        setting.check(value);
        Map<Setting<?>, Object> more = new HashMap<>(chosen);
        more.put(setting, value);
        return new Recipe(kind, more, start);
    }

    /// The settings that somebody chose, in the order of their names.
    List<Setting<?>> chosen() {
        List<Setting<?>> settings = new ArrayList<>(chosen.keySet());
        settings.sort(Comparator.comparing(Setting::title));
        return settings;
    }

    /// What somebody chose.
    @SuppressWarnings("unchecked") // `with` takes only values of the setting's type
    <T> Optional<T> chosen(Setting<T> setting) {
        return Optional.ofNullable((T) chosen.get(setting));
    }
}
