package slope.spark;

import java.util.List;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.jspecify.annotations.Nullable;

/// A param of text, which says at once what is wrong with a value. Spark's own do not say what is possible, and end in
/// an exception of Java where the value is null.
final class TextParam extends Param<String> {
    private static final long serialVersionUID = 1;

    private final List<String> choices; // empty where any text is possible

    private TextParam(Params stage, String name, String doc, List<String> choices) {
        super(stage, name, doc);
        this.choices = List.copyOf(choices);
    }

    /// Any text, such as the name of a column.
    ///
    /// @param stage that has its uid already
    static Param<String> of(Params stage, String name, String doc) {
        return new TextParam(stage, name, doc, List.of());
    }

    /// One of some texts.
    ///
    /// @param stage that has its uid already
    static Param<String> oneOf(Params stage, String name, String doc, List<String> choices) {
        return new TextParam(stage, name, doc, choices);
    }

    /// @throws IllegalArgumentException if it is none of the choices, or null
    @Override
    public void validate(@Nullable String value) {
        if (value == null) {
            throw new IllegalArgumentException("%s cannot be null; an empty text leaves it out".formatted(name()));
        }
        if (!choices.isEmpty() && !choices.contains(value)) {
            throw new IllegalArgumentException(
                    "%s cannot be \"%s\"; it is one of %s".formatted(name(), value, String.join(", ", choices)));
        }
    }
}
