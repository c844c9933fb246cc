package slope.spark;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import slope.recipe.Recipe;
import slope.recipe.Setting;

/// Every [Setting] of a recipe as a param; one that is not set is the recipe's to decide.
final class SettingParams {
    private static final Map<Setting<?>, String> DOCS = Map.ofEntries(
            Map.entry(
                    Setting.HIDDEN,
                    "units of each hidden layer, first to last, such as 256,128; none is a linear model"),
            Map.entry(Setting.ACTIVATION, "activation of the hidden layers"),
            Map.entry(Setting.NORM, "normalization of the hidden layers, before their activation"),
            Map.entry(Setting.RESIDUAL, "whether each hidden layer but the first adds to its inputs"),
            Map.entry(Setting.OPTIMIZER, "optimizer"),
            Map.entry(Setting.LEARNING_RATE, "maximum learning rate"),
            Map.entry(Setting.BATCH_SIZE, "batch size"),
            Map.entry(Setting.EPOCHS, "maximum number of epochs"),
            Map.entry(Setting.PATIENCE, "early stopping: epochs without improvement"),
            Map.entry(Setting.DROPOUT, "dropout rate"),
            Map.entry(Setting.WEIGHT_DECAY, "weight decay of the optimizers that have one"),
            Map.entry(Setting.AVERAGED_EPOCHS, "epochs over which weights are averaged, such as 0.5; 0 for none"),
            Map.entry(Setting.SNAPSHOTS, "maximum epochs of a network that are averaged, one of each cycle"),
            Map.entry(Setting.LABEL_SMOOTHING, "label smoothing of classes"),
            Map.entry(Setting.LOSS, "loss of numeric targets"),
            Map.entry(Setting.LINEAR_PART, "whether a linear model stands beside the network"),
            Map.entry(Setting.CALIBRATION, "calibration of probabilities"),
            Map.entry(Setting.MEMBERS, "ensemble members in one network"));

    private final SequencedMap<Setting<?>, SettingParam<?>> params = new LinkedHashMap<>();

    /// @param stage that has its uid already
    SettingParams(Params stage) {
        for (Setting<?> setting : Setting.ALL) {
            String doc = DOCS.getOrDefault(setting, setting.title());
            params.put(setting, new SettingParam<>(stage, setting, camelCase(setting.title()), doc + choices(setting)));
        }
    }

    private static String choices(Setting<?> setting) {
        return setting.choices().isEmpty()
                ? ""
                : ": "
                        + String.join(
                                ", ",
                                setting.choices().stream()
                                        .map(slope.recipe.SettingText::of)
                                        .toList());
    }

    /// As params are named: `learningRate` for `learning-rate`. The setting batch is a batch size.
    private static String camelCase(String title) {
        if (title.equals(Setting.BATCH_SIZE.title())) {
            return "batchSize";
        }
        StringBuilder name = new StringBuilder();
        for (String word : title.split("-", -1)) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }

    Param<?>[] all() {
        return params.values().toArray(Param<?>[]::new);
    }

    /// The param of a setting.
    SettingParam<?> of(Setting<?> setting) {
        return Optional.ofNullable(params.get(setting)).orElseThrow();
    }

    /// A recipe with what is set.
    ///
    /// @throws slope.table.DataException if a value is none of the setting's
    Recipe applied(Recipe recipe, Params stage) {
        Recipe applied = recipe;
        for (SettingParam<?> param : params.values()) {
            if (stage.isSet(param)) {
                applied = param.applied(applied, stage.getOrDefault(param));
            }
        }
        return applied;
    }
}
