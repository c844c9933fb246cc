package slope.report.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import slope.model.FitRecord;
import slope.recipe.Setting;
import slope.recipe.SettingText;

/// The values of settings, as programs read them. A setting without a limit has none.
public final class RecordedSettings {
    private static final String NONE = "none";

    private RecordedSettings() {}

    /// Numbers, truths and lists as they are, all else as an option would have it.
    public static Optional<Object> value(Object value) {
        if (value.equals(Integer.MAX_VALUE)) {
            return Optional.empty();
        }
        boolean isPlain = value instanceof Number || value instanceof Boolean || value instanceof List;
        return Optional.of(isPlain ? value : SettingText.of(value));
    }

    /// Those of a record, which are texts, by their names, and the class weights of each network.
    public static Map<String, Object> of(FitRecord record) {
        Map<String, Object> settings = new LinkedHashMap<>();
        record.settings().forEach((name, text) -> value(name, text).ifPresent(value -> settings.put(name, value)));
        if (!record.classWeights().isEmpty()) {
            settings.put("class-weights", record.classWeights());
        }
        return settings;
    }

    private static Optional<Object> value(String name, String text) {
        for (Setting<?> setting : Setting.ALL) {
            if (setting.title().equals(name)) {
                try {
                    return value(setting.read(text));
                } catch (IllegalArgumentException unreadable) {
                    return Optional.<Object>of(text).filter(each -> !each.equals(NONE));
                }
            }
        }
        return Optional.of(
                switch (name) {
                    case "seed" -> (Object) Long.valueOf(text);
                    case "coverage" -> Double.valueOf(text);
                    default -> text;
                });
    }
}
