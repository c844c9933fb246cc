package slope.recipe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import slope.metric.Metric;
import slope.optimizer.Adam;
import slope.optimizer.AdamW;
import slope.optimizer.Lbfgs;
import slope.optimizer.Optimizer;
import slope.optimizer.UpdateRule;
import slope.table.DataException;
import slope.table.Remedy;
import slope.target.Target;

/// Every setting of a training with its value and its source: a choice, the recipe's default, or
/// one of its rules.
///
/// @param recipe the name of the recipe
/// @param explained all settings in the order of a report
public record Settings(String recipe, List<Explained> explained) {

    public Settings {
        explained = List.copyOf(explained);
    }

    /// A setting with its value.
    ///
    /// @param setting the setting
    /// @param value the value
    /// @param usual the recipe's value, where another one was chosen
    /// @param source where the value comes from, for people
    public record Explained(Setting<?> setting, Object value, Optional<Object> usual, String source) {}

    /// The facts that the rules of a recipe use.
    ///
    /// @param target the target
    /// @param rows the number of training rows
    /// @param metric the metric that chooses the best epoch
    public record Circumstances(Target target, int rows, Metric metric) {}

    /// Whether the recipe has a setting.
    boolean has(Setting<?> setting) {
        return explained.stream().anyMatch(each -> each.setting().equals(setting));
    }

    /// The value of a setting.
    ///
    /// @throws IllegalArgumentException if the recipe has no such setting
    @SuppressWarnings("unchecked") // `Decisions` takes only values of the setting's type
    public <T> T get(Setting<T> setting) {
        return explained.stream()
                .filter(each -> each.setting().equals(setting))
                .map(each -> (T) each.value())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the recipe %s has no setting %s".formatted(recipe, setting.title())));
    }

    /// The value of a setting, or a default where the recipe has no such setting.
    public <T> T getOr(Setting<T> setting, T otherwise) {
        return has(setting) ? get(setting) : otherwise;
    }

    /// The recipe, then one setting a line.
    @Override
    public String toString() {
        return explained.stream()
                .map(each -> each.setting().title() + " " + SettingText.of(each.value()))
                .collect(Collectors.joining("\n", "recipe " + recipe + "\n", ""));
    }

    /// Collects the decisions, one for each setting.
    static final class Decisions {
        private final Recipe recipe;
        private final Map<Setting<?>, Explained> explained = new LinkedHashMap<>();

        Decisions(Recipe recipe) {
            this.recipe = recipe;
        }

        /// Decides a setting: the choice, or else the recipe's value.
        ///
        /// @param reason of the recipe's value, where it depends on the data
        <T> Decisions decide(Setting<T> setting, T usual, String reason) {
            T value = recipe.chosen(setting).orElse(usual);
            String source = recipe.chosen(setting).isPresent()
                    ? "chosen, in place of " + SettingText.of(usual)
                    : "recipe %s%s".formatted(recipe.title(), reason.isEmpty() ? "" : ": " + reason);
            explained.put(
                    setting,
                    new Explained(
                            setting,
                            value,
                            recipe.chosen(setting).isPresent() ? Optional.of(usual) : Optional.empty(),
                            source));
            return this;
        }

        <T> Decisions decide(Setting<T> setting, T usual) {
            return decide(setting, usual, "");
        }

        /// Decides the optimizer, one of steps on batches, and for AdamW the weight decay; other
        /// update rules have none.
        ///
        /// @throws DataException if L-BFGS was chosen
        Decisions decideOptimizer(Adam adam, String reason, double usualDecay, String decayReason) {
            decide(Setting.OPTIMIZER, new AdamW(adam, usualDecay), reason);
            switch (optimizer()) {
                case AdamW(Adam chosen, double ignored) -> optimizer(new AdamW(chosen, usualDecay));
                case UpdateRule ignored -> {}
                case Lbfgs lbfgs ->
                    throw new DataException(
                            "the optimizer %s sees all rows in each step, and the dropout and the schedules of the recipe %s need batches"
                                    .formatted(lbfgs.title(), recipe.title()),
                            new Remedy.TakeRecipe(List.of(Recipe.plain().title())));
            }
            return decideWeightDecay(decayReason);
        }

        /// Decides the weight decay of the optimizer, if it has one.
        Decisions decideWeightDecay(String reason) {
            switch (optimizer()) {
                case AdamW(Adam adam, double usual) ->
                    optimizer(new AdamW(adam, decay(usual))).decide(Setting.WEIGHT_DECAY, usual, reason);
                case Lbfgs(int pairs, double tolerance, double usual) ->
                    optimizer(new Lbfgs(pairs, tolerance, decay(usual))).decide(Setting.WEIGHT_DECAY, usual, reason);
                case UpdateRule ignored -> {}
            }
            return this;
        }

        private double decay(double usual) {
            return recipe.chosen(Setting.WEIGHT_DECAY).orElse(usual);
        }

        /// The decided optimizer.
        Optimizer optimizer() {
            return (Optimizer)
                    Objects.requireNonNull(explained.get(Setting.OPTIMIZER)).value();
        }

        /// The same optimizer with other settings.
        private Decisions optimizer(Optimizer other) {
            explained.computeIfPresent(
                    Setting.OPTIMIZER,
                    (setting, decided) -> new Explained(setting, other, decided.usual(), decided.source()));
            return this;
        }

        Settings settings() {
            return new Settings(recipe.title(), new ArrayList<>(explained.values()));
        }
    }
}
