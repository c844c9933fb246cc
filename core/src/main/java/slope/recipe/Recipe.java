package slope.recipe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import slope.kernel.Engine;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.loss.Loss;
import slope.model.FittedNetwork;
import slope.network.Network;
import slope.optimizer.Optimizer;
import slope.preprocess.TableEncoder;
import slope.table.DataException;
import slope.table.Remedy;
import slope.table.Table;
import slope.table.profile.ColumnSelection;
import slope.table.profile.InputColumns;
import slope.target.Target;
import slope.target.TargetChoice;
import slope.training.Examples;
import slope.training.Stopping;
import slope.training.Trainer;

/// A recipe: how to build and train a network. Each is a file with its defaults and their reasons,
/// its encoders, architecture, initial parameters, trainer and stopping rule. A recipe also holds
/// the settings that a person chose, and decides the others once the data are known, see
/// [Settings].
///
///     Recipe.plain().hidden(List.of(32)).activation(Activation.GELU)
public abstract sealed class Recipe permits RealMlp, TabM, PlainMlp, FineTune {
    /// The settings that some optimizers have, in any recipe.
    private static final Set<Setting<?>> OF_OPTIMIZERS =
            Set.of(Setting.LEARNING_RATE, Setting.BATCH_SIZE, Setting.WEIGHT_DECAY);

    private final Map<Setting<?>, Object> chosen;

    Recipe(Map<Setting<?>, Object> chosen) {
        this.chosen = Map.copyOf(chosen);
    }

    /// Every recipe that makes a new network; the first is the default.
    public static List<Recipe> all() {
        return List.of(tuned(), ensemble(), plain());
    }

    /// The recipe of this name.
    public static Optional<Recipe> named(String title) {
        return all().stream().filter(recipe -> recipe.title().equals(title)).findFirst();
    }

    /// The default, [RealMlp]: accurate on tables of any kind without tuning.
    public static Recipe tuned() {
        return new RealMlp(Map.of());
    }

    /// [TabM]: an ensemble in one network, whose members share most weights; often more accurate,
    /// and slower.
    public static Recipe ensemble() {
        return new TabM(Map.of());
    }

    /// [PlainMlp], for teaching: hidden layers of 64 and 32 ReLU units, Adam at 0.001, batches of
    /// 32, 100 epochs.
    public static Recipe plain() {
        return new PlainMlp(Map.of());
    }

    /// [FineTune]: continues the training of a given network.
    public static Recipe fineTune(FittedNetwork start) {
        return new FineTune(start, Map.of());
    }

    /// Its name.
    public abstract String title();

    /// A short description.
    public abstract String summary();

    /// The network that training starts from, if it is a given one.
    public Optional<FittedNetwork> start() {
        return Optional.empty();
    }

    /// The same recipe with these choices.
    abstract Recipe choosing(Map<Setting<?>, Object> choices);

    /// Decides every setting of this recipe.
    abstract void decide(Settings.Decisions decisions, Settings.Circumstances circumstances);

    /// Every setting, as chosen or as this recipe decides it.
    ///
    /// @throws DataException if a setting was chosen that this recipe does not have
    public final Settings settings(Settings.Circumstances circumstances) {
        Settings.Decisions decisions = new Settings.Decisions(this);
        decide(decisions, circumstances);
        if (circumstances.target().isClassification()) {
            decisions.decide(Setting.CALIBRATION, CalibrationChoice.TEMPERATURE);
        }
        Settings settings = decisions.settings();
        for (Setting<?> setting : chosen()) {
            if (!settings.has(setting)) {
                boolean isOfOptimizer = OF_OPTIMIZERS.contains(setting);
                String owner = isOfOptimizer
                        ? "optimizer " + settings.get(Setting.OPTIMIZER).title()
                        : "recipe " + title();
                throw new DataException(
                        "the %s has no setting %s for %s"
                                .formatted(
                                        owner,
                                        setting.title(),
                                        circumstances.target().kind().title()),
                        isOfOptimizer ? new Remedy.LeaveOutSetting(setting.title()) : remedy(setting, circumstances));
            }
        }
        return settings;
    }

    /// Another recipe, if one has the setting and could take this one's place.
    private Remedy remedy(Setting<?> setting, Settings.Circumstances circumstances) {
        List<String> owners = all().stream()
                .filter(recipe ->
                        start().isEmpty() && recipe.settings(circumstances).has(setting))
                .map(Recipe::title)
                .toList();
        return owners.isEmpty() ? new Remedy.LeaveOutSetting(setting.title()) : new Remedy.TakeRecipe(owners);
    }

    /// This recipe for a table; the columns of a given network are looked up in it.
    ///
    /// @param others columns of the table that are not inputs
    /// @throws DataException if a given network does not fit the table
    public Recipe suited(TargetChoice target, Set<String> others, Table table) {
        return this;
    }

    /// The target.
    ///
    /// @param rows all usable rows
    public abstract TargetChoice.Fitted target(TargetChoice choice, Table rows);

    /// The input columns, and the others with the reason.
    public InputColumns columns(
            Table training, Set<String> targets, Set<String> otherRoles, ColumnSelection selection) {
        return InputColumns.choose(training, targets, otherRoles, selection);
    }

    /// Fits the encoders of a table's columns.
    ///
    /// @param training the training rows; every column becomes inputs
    public abstract TableEncoder encoder(Table training);

    /// The target, fitted to the training rows of one network, such as the scale of numbers.
    Target fitted(Target found, Table training) {
        return found.fittedTo(training);
    }

    /// The layers.
    abstract Architecture architecture(Settings settings, TableEncoder encoder, Target target, Table training);

    /// A network fitted to its training rows, before training.
    public final UntrainedNetwork untrained(Settings settings, InputColumns columns, Target found, Table training) {
        TableEncoder encoder = encoder(columns.of(training));
        Target target = fitted(found, training);
        return new UntrainedNetwork(
                encoder,
                target,
                architecture(settings, encoder, target, training),
                start().flatMap(FittedNetwork::linear));
    }

    /// The network before the first step.
    public abstract Network start(
            Settings settings, Architecture architecture, Examples training, long seed, Engine engine);

    /// The trainer.
    public abstract Trainer trainer(Settings settings, Loss loss);

    /// The stopping rule.
    public Stopping stopping(Settings settings) {
        return Stopping.after(settings.get(Setting.EPOCHS)).withPatience(settings.get(Setting.PATIENCE));
    }

    /// The default number of folds: 1, unless this recipe usually trains several networks.
    ///
    /// @param units rows, or groups of them, that are split
    public int folds(double validationShare, int units) {
        return 1;
    }

    /// The settings that a random search draws, as the recipe's authors published them.
    SearchSpace searchSpace() {
        return SearchSpace.empty();
    }

    /// This recipe with random values of the settings in its published search space. What a person
    /// chose stays; the same seed and number draw the same values.
    ///
    /// @param number of the draw, from 1
    /// @throws DataException if a setting was chosen that this recipe does not have
    public final Recipe drawn(Settings.Circumstances circumstances, long seed, int number) {
        return searchSpace().drawn(this, settings(circumstances), seed, number);
    }

    /// The units of each hidden layer, first to last; none gives a linear model.
    public Recipe hidden(List<Integer> hidden) {
        return with(Setting.HIDDEN, List.copyOf(hidden));
    }

    /// The activation of the hidden layers.
    public Recipe activation(Activation activation) {
        return with(Setting.ACTIVATION, activation);
    }

    /// The optimizer.
    public Recipe optimizer(Optimizer optimizer) {
        return with(Setting.OPTIMIZER, optimizer);
    }

    /// The maximum learning rate.
    public Recipe learningRate(double learningRate) {
        return with(Setting.LEARNING_RATE, learningRate);
    }

    /// The batch size.
    public Recipe batchSize(int batchSize) {
        return with(Setting.BATCH_SIZE, batchSize);
    }

    /// The maximum number of epochs.
    public Recipe epochs(int epochs) {
        return with(Setting.EPOCHS, epochs);
    }

    /// Any setting.
    ///
    /// @throws IllegalArgumentException if the value is not valid for any recipe
    public <T> Recipe with(Setting<T> setting, T value) {
        setting.check(value);
        Map<Setting<?>, Object> more = new HashMap<>(chosen);
        more.put(setting, value);
        return choosing(more);
    }

    /// The chosen settings, ordered by name.
    List<Setting<?>> chosen() {
        List<Setting<?>> settings = new ArrayList<>(chosen.keySet());
        settings.sort(Comparator.comparing(Setting::title));
        return settings;
    }

    /// All choices.
    Map<Setting<?>, Object> choices() {
        return chosen;
    }

    /// This recipe with all choices of another.
    public Recipe withChoicesOf(Recipe other) {
        Map<Setting<?>, Object> more = new HashMap<>(chosen);
        more.putAll(other.chosen);
        return choosing(more);
    }

    /// The choice of a setting; empty where this recipe decides it.
    @SuppressWarnings("unchecked") // `with` takes only values of the setting's type
    public <T> Optional<T> chosen(Setting<T> setting) {
        return Optional.ofNullable((T) chosen.get(setting));
    }
}
