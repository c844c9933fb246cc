package slope.recipe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import slope.metric.Metric;
import slope.optimizer.Adam;
import slope.optimizer.AdamW;
import slope.target.Target;

/// Every setting of a training with its value and where it came from: a choice, the recipe, or one of its
/// rules.
///
/// @param recipe the name of the recipe
/// @param explained all settings in the order in which a person would ask
public record Settings(String recipe, List<Explained> explained) {

    public Settings {
        explained = List.copyOf(explained);
    }

    /// A setting.
    ///
    /// @param setting which
    /// @param value what was decided
    /// @param source who or what decided
    public record Explained(Setting<?> setting, Object value, String source) {}

    /// What the rules of a recipe look at.
    ///
    /// @param target what is predicted
    /// @param rows for training
    /// @param metric what chooses the best epoch
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

    /// The value of a setting, or another where the recipe has no such setting.
    public <T> T getOr(Setting<T> setting, T otherwise) {
        return has(setting) ? get(setting) : otherwise;
    }

    /// The recipe, and a setting in each line.
    @Override
    public String toString() {
        return explained.stream()
                .map(each -> each.setting().title() + " " + SettingText.of(each.value()))
                .collect(Collectors.joining("\n", "recipe " + recipe + "\n", ""));
    }

    /// Gathers decisions, one for each setting.
    static final class Decisions {
        private final Recipe recipe;
        private final Map<Setting<?>, Explained> explained = new LinkedHashMap<>();

        Decisions(Recipe recipe) {
            this.recipe = recipe;
        }

        /// Decides a setting: as chosen, or else as the recipe has it.
        ///
        /// @param reason of the recipe's value, where it depends on something
        <T> Decisions decide(Setting<T> setting, T usual, String reason) {
            T value = recipe.chosen(setting).orElse(usual);
            String source = recipe.chosen(setting).isPresent()
                    ? "chosen, in place of " + SettingText.of(usual)
                    : "recipe %s%s".formatted(recipe.title(), reason.isEmpty() ? "" : ": " + reason);
            explained.put(setting, new Explained(setting, value, source));
            return this;
        }

        <T> Decisions decide(Setting<T> setting, T usual) {
            return decide(setting, usual, "");
        }

        /// Decides how gradients change parameters and, where that is AdamW, how fast they decay; other
        /// optimizers know no decay.
        Decisions decideOptimizer(Adam adam, String reason, double usualDecay, String decayReason) {
            double decay = recipe.chosen(Setting.WEIGHT_DECAY).orElse(usualDecay);
            decide(Setting.OPTIMIZER, new AdamW(adam, decay), reason);
            Explained decided = Objects.requireNonNull(explained.get(Setting.OPTIMIZER));
            if (decided.value() instanceof AdamW(Adam chosen, double weightDecay)) {
                explained.put(
                        Setting.OPTIMIZER,
                        new Explained(Setting.OPTIMIZER, new AdamW(chosen, decay), decided.source()));
                decide(Setting.WEIGHT_DECAY, usualDecay, decayReason);
            }
            return this;
        }

        Settings settings() {
            return new Settings(recipe.title(), new ArrayList<>(explained.values()));
        }
    }
}
