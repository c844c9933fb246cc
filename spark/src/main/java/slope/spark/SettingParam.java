package slope.spark;

import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import slope.recipe.Recipe;
import slope.recipe.Setting;
import slope.recipe.SettingText;
import slope.table.DataException;

/// A [Setting] as a param. Its value is the text that options and requests write, or a number, as grids of Spark have
/// them.
final class SettingParam<T> extends Param<Object> {
    private static final long serialVersionUID = 1;

    private final transient Setting<T> setting;
    private final Param<String> saved; // the same param, as Spark saves texts

    /// @param stage that has its uid already
    SettingParam(Params stage, Setting<T> setting, String name, String doc) {
        super(stage, name, doc);
        this.setting = setting;
        this.saved = new Param<>(stage, name, doc);
    }

    @Override
    public String jsonEncode(Object value) {
        return saved.jsonEncode(text(value));
    }

    @Override
    public Object jsonDecode(String json) {
        return saved.jsonDecode(json);
    }

    /// A recipe with a value of the setting.
    ///
    /// @throws DataException if it is none
    Recipe applied(Recipe recipe, Object value) {
        try {
            return recipe.with(setting, setting.read(text(value)));
        } catch (IllegalArgumentException problem) {
            throw new DataException("%s: %s".formatted(name(), String.valueOf(problem.getMessage())), problem);
        }
    }

    /// The text of a value. A number is that number, where reports may have a word for it.
    static String text(Object value) {
        return value instanceof Integer ? value.toString() : SettingText.of(value);
    }
}
