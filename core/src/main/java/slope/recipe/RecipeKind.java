package slope.recipe;

import java.util.Optional;
import java.util.stream.Stream;
import slope.preprocess.EncodingStyle;
import slope.target.TargetScale;

/// The networks that can be trained, each with a way to prepare columns and a way to train that belong
/// to it.
public enum RecipeKind {
    /// RealMLP: waves of numbers, three wide layers, settings tuned once on many tables.
    TUNED("tuned", EncodingStyle.TUNED, TargetScale.Range.OF_TRAINING),
    /// TabM-mini: several networks in one, which share most of their weights.
    ENSEMBLE("ensemble", EncodingStyle.ENSEMBLE, TargetScale.Range.OF_TRAINING),
    /// Dense layers of one activation, one optimizer, one rate: simple enough to explain to a class.
    PLAIN("plain", EncodingStyle.PLAIN, TargetScale.Range.UNBOUNDED);

    private final String title;
    private final EncodingStyle style;
    private final TargetScale.Range range;

    RecipeKind(String title, EncodingStyle style, TargetScale.Range range) {
        this.title = title;
        this.style = style;
        this.range = range;
    }

    /// The recipe of this name in flags.
    public static Optional<RecipeKind> named(String title) {
        return Stream.of(values()).filter(kind -> kind.title.equals(title)).findFirst();
    }

    /// Its name in flags and reports.
    public String title() {
        return title;
    }

    /// How columns become inputs.
    public EncodingStyle style() {
        return style;
    }

    /// Whether predicted numbers stay in the range of the training rows.
    public TargetScale.Range range() {
        return range;
    }
}
