package slope.target;

import java.util.Optional;
import java.util.stream.Stream;
import slope.table.Table;

/// The kinds of targets. Two or more [Classes] have two names.
public enum TargetKind {
    BINARY("binary", "binary classification"),
    MULTICLASS("multiclass", "multi-class classification"),
    MULTILABEL("multilabel", "multi-label classification"),
    REGRESSION("regression", "regression"),
    QUANTILE("quantile", "quantile regression"),
    COUNT("count", "regression of counts"),
    GAMMA("gamma", "gamma regression"),
    TWEEDIE("tweedie", "Tweedie regression");

    private final String option;
    private final String title;

    TargetKind(String option, String title) {
        this.option = option;
        this.title = title;
    }

    /// The kind of this name in options.
    public static Optional<TargetKind> named(String option) {
        return Stream.of(values()).filter(kind -> kind.option.equals(option)).findFirst();
    }

    /// Its name in options and JSON.
    public String option() {
        return option;
    }

    /// Its name for people.
    public String title() {
        return title;
    }

    /// Whether a learned target of the other kind is also of this one: two classes are also
    /// classes.
    boolean isAlso(TargetKind learned) {
        return this == learned || (this == MULTICLASS && learned == BINARY);
    }

    /// Whether an exposure multiplies what is expected.
    boolean takesExposure() {
        return this == COUNT || this == GAMMA || this == TWEEDIE;
    }

    /// Fits the target to all rows that have one; see [Target#fittedTo].
    ///
    /// @throws slope.table.DataException if the columns do not suit it
    Target fit(TargetChoice choice, Table rows, TargetScale.Range range) {
        return switch (this) {
            case BINARY -> Classes.fitBinary(choice, rows);
            case MULTICLASS -> Classes.fit(choice, rows);
            case MULTILABEL -> Labels.fit(choice, rows);
            case REGRESSION -> Numbers.fit(choice, rows, range);
            case QUANTILE -> Quantiles.fit(choice, rows, range);
            case COUNT -> Amounts.fit(choice, this, 1, rows);
            case GAMMA -> Amounts.fit(choice, this, 2, rows);
            case TWEEDIE -> Amounts.fit(choice, this, choice.power().orElse(Amounts.DEFAULT_POWER), rows);
        };
    }
}
