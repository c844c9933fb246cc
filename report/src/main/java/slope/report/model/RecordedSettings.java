package slope.report.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import slope.model.FitRecord;
import slope.recipe.Setting;
import slope.recipe.SettingText;
import slope.run.RecordedRequest;

/// The values of settings, as programs read them.
public final class RecordedSettings {
    private RecordedSettings() {}

    /// Numbers, truths and lists as they are, all else as an option would have it.
    public static Object value(Object value) {
        boolean isUnlimited = value.equals(Integer.MAX_VALUE);
        return !isUnlimited && (value instanceof Number || value instanceof Boolean || value instanceof List)
                ? value
                : SettingText.of(value);
    }

    /// Those of a record, which are texts, by their names.
    static Map<String, Object> of(FitRecord record) {
        Map<String, Object> settings = new LinkedHashMap<>();
        RecordedRequest.settings(record).forEach((name, text) -> settings.put(name, value(name, text)));
        return settings;
    }

    /// Texts that the setting does not read, such as `none`, stay texts.
    private static Object value(String name, String text) {
        for (Setting<?> setting : Setting.ALL) {
            if (setting.title().equals(name)) {
                try {
                    return value(setting.read(text));
                } catch (IllegalArgumentException unreadable) {
                    return text;
                }
            }
        }
        return name.equals("seed") ? Long.valueOf(text) : text;
    }
}
