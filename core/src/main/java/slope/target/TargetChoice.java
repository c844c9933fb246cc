package slope.target;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import slope.internal.text.Sentence;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.DataException;
import slope.table.DateColumn;
import slope.table.NumberColumn;
import slope.table.Table;

/// The choice of a target. A value: each method with a choice gives another.
public final class TargetChoice {
    private final List<String> columns;
    private final Optional<TargetKind> kind;
    private final Optional<String> exposure;
    private final List<Double> quantiles;
    private final Optional<Double> power;
    private final TwoClasses twoClasses;

    private TargetChoice(
            List<String> columns,
            Optional<TargetKind> kind,
            Optional<String> exposure,
            List<Double> quantiles,
            Optional<Double> power,
            TwoClasses twoClasses) {
        this.columns = columns;
        this.kind = kind;
        this.exposure = exposure;
        this.quantiles = List.copyOf(quantiles);
        this.power = power;
        this.twoClasses = twoClasses;
    }

    /// Target columns whose values decide the kind of target.
    ///
    /// @param columns at least one
    public static TargetChoice of(String... columns) {
        if (columns.length == 0) {
            throw new IllegalArgumentException("at least one column to predict is needed");
        }
        return new TargetChoice(
                List.of(columns), Optional.empty(), Optional.empty(), List.of(), Optional.empty(), TwoClasses.UNCHOSEN);
    }

    /// The target columns.
    public List<String> columns() {
        return columns;
    }

    /// The kind of target; if empty, it follows from the values.
    public Optional<TargetKind> kind() {
        return kind;
    }

    public TargetChoice kind(TargetKind kind) {
        return new TargetChoice(columns, Optional.of(kind), exposure, quantiles, power, twoClasses);
    }

    /// The exposure column, for counts and amounts.
    public Optional<String> exposure() {
        return exposure;
    }

    public TargetChoice exposure(String exposure) {
        return new TargetChoice(columns, kind, Optional.of(exposure), quantiles, power, twoClasses);
    }

    /// The quantile levels to predict; if empty, the mean is predicted.
    public List<Double> quantiles() {
        return quantiles;
    }

    public TargetChoice quantiles(List<Double> quantiles) {
        return new TargetChoice(columns, kind, exposure, quantiles, power, twoClasses);
    }

    /// The power of Tweedie amounts; 1.5 if empty.
    public Optional<Double> power() {
        return power;
    }

    /// This choice, as Tweedie amounts of a power.
    ///
    /// @param power above 1 and below 2: the variance grows like this power of the mean
    public TargetChoice power(double power) {
        if (!(power > 1 && power < 2)) {
            throw new IllegalArgumentException("the power must be above 1 and below 2, not " + power);
        }
        return new TargetChoice(columns, kind, exposure, quantiles, Optional.of(power), twoClasses);
    }

    /// The positive class; if empty, the second of two.
    public Optional<String> positive() {
        return twoClasses.positive;
    }

    /// This choice, of two classes one of which is positive: F1, average precision and the curves are
    /// those of this class. It becomes the second.
    public TargetChoice positive(String positive) {
        return new TargetChoice(columns, kind, exposure, quantiles, power, twoClasses.with(positive));
    }

    /// How the threshold of two classes is chosen, on rows that were not trained on; if empty, the
    /// likelier class is predicted.
    public Optional<Threshold.Choice> threshold() {
        return twoClasses.threshold;
    }

    public TargetChoice threshold(Threshold.Choice threshold) {
        return new TargetChoice(columns, kind, exposure, quantiles, power, twoClasses.with(threshold));
    }

    /// What is chosen of two classes.
    private record TwoClasses(Optional<String> positive, Optional<Threshold.Choice> threshold) {
        static final TwoClasses UNCHOSEN = new TwoClasses(Optional.empty(), Optional.empty());

        TwoClasses with(String chosen) {
            return new TwoClasses(Optional.of(chosen), threshold);
        }

        TwoClasses with(Threshold.Choice chosen) {
            return new TwoClasses(positive, Optional.of(chosen));
        }

        /// The target, the chosen class as its second.
        Target on(Target target) {
            if (positive.isEmpty() && threshold.isEmpty()) {
                return target;
            }
            if (!(target instanceof Classes classes) || classes.width() != 2) {
                throw new DataException("%s two classes, not for %s of %s; leave it out"
                        .formatted(
                                positive.isPresent() ? "a positive class is one of" : "a threshold is for",
                                target.kind().title(),
                                target.columns().stream()
                                        .map(Sentence::quote)
                                        .map("\"%s\""::formatted)
                                        .collect(Collectors.joining(", "))));
            }
            return positive.map(classes::withPositive).orElse(classes);
        }
    }

    /// A fitted target, and a note about its kind.
    ///
    /// @param note what a person should check
    public record Fitted(Target target, Optional<TargetNote> note) {}

    /// The target, fitted to all rows that have one. If no kind was chosen, the values decide.
    ///
    /// @param rows with the target columns, none missing
    /// @param range whether predicted numbers stay in the range of the rows
    /// @throws DataException if the values do not suit the choice
    public Fitted fit(Table rows, TargetScale.Range range) {
        for (Column column : columns(rows)) {
            if (column instanceof DateColumn) {
                throw new DataException(
                        "column \"%s\" holds dates, which are not predicted; predict a number of days instead"
                                .formatted(column.name()));
            }
        }
        Optional<TargetKind> chosen = kind;
        if (!quantiles.isEmpty()) {
            chosen = Optional.of(required(TargetKind.QUANTILE, "quantiles are", chosen));
        }
        if (power.isPresent()) {
            chosen = Optional.of(required(TargetKind.TWEEDIE, "a power is", chosen));
        }
        if (exposure.isPresent() && !chosen.map(TargetKind::takesExposure).orElse(false)) {
            chosen = Optional.of(required(TargetKind.COUNT, "an exposure is", chosen));
        }
        TargetKind found = chosen.orElseGet(() -> found(columns(rows)));
        Target target = twoClasses.on(found.fit(this, rows, range));
        Optional<TargetNote> names =
                target instanceof Classes classes ? ClassNames.remark(classes.classes()) : Optional.empty();
        return new Fitted(target, chosen.isPresent() ? names : names.or(() -> note(target, rows)));
    }

    /// A target that a network has learned, with these column names.
    ///
    /// @throws DataException if the columns are not what the network predicts
    public Target renamed(Target learned, Table table) {
        if (kind.isPresent() && !kind.get().isAlso(learned.kind())) {
            throw new DataException("the network does %s and no %s; leave the kind of target out"
                    .formatted(learned.kind().title(), kind.get().title()));
        }
        if (!quantiles.isEmpty() || exposure.isPresent() || power.isPresent()) {
            throw new DataException(
                    "the network's own outputs say what is predicted; leave quantiles, exposure and power out");
        }
        if (columns.size() != learned.columns().size()) {
            throw new DataException(String.format(
                    Locale.ROOT,
                    "the network predicts %,d column%s, not the %,d that are named: %s",
                    learned.columns().size(),
                    learned.columns().size() == 1 ? "" : "s",
                    columns.size(),
                    String.join(", ", columns)));
        }
        if (!twoClasses.on(learned).equals(learned)) {
            throw new DataException(
                    "the network has learned \"%s\" as the first of its classes; leave the positive class out"
                            .formatted(positive().orElseThrow()));
        }
        return learned.renamed(columns(table));
    }

    /// The target column of a kind that has one only.
    Column onlyColumn(TargetKind wanted, Table rows) {
        if (columns.size() > 1) {
            throw new DataException("%s predicts one column, not %s; predict each on its own"
                    .formatted(wanted.title(), columns.size()));
        }
        return rows.column(columns.getFirst());
    }

    private List<Column> columns(Table table) {
        return columns.stream().map(table::column).toList();
    }

    private static TargetKind required(TargetKind needed, String what, Optional<TargetKind> chosen) {
        if (chosen.isPresent() && chosen.get() != needed) {
            throw new DataException("%s for %s, not for %s"
                    .formatted(what, needed.title(), chosen.get().title()));
        }
        return needed;
    }

    private static TargetKind found(List<Column> columns) {
        if (columns.size() == 1) {
            return switch (columns.getFirst()) {
                case NumberColumn numbers -> Classes.areCodes(numbers) ? TargetKind.MULTICLASS : TargetKind.REGRESSION;
                case BooleanColumn ignored -> TargetKind.MULTICLASS;
                case CategoryColumn ignored -> TargetKind.MULTICLASS;
                case DateColumn ignored -> TargetKind.MULTICLASS;
            };
        }
        if (columns.stream().allMatch(TargetChoice::isLabel)) {
            return TargetKind.MULTILABEL;
        }
        if (columns.stream().allMatch(NumberColumn.class::isInstance)) {
            return TargetKind.REGRESSION;
        }
        Column odd = columns.stream()
                .filter(column -> !(column instanceof NumberColumn) && !isLabel(column))
                .findFirst()
                .orElse(columns.getFirst());
        throw new DataException(
                ("column \"%s\" cannot be predicted together with others: several columns are all labels"
                                + " with two values, or all numbers; predict it on its own")
                        .formatted(odd.name()));
    }

    private static boolean isLabel(Column column) {
        return TargetClasses.of(column).size() == 2;
    }

    private Optional<TargetNote> note(Target target, Table rows) {
        if (columns.size() > 1 || !(rows.column(columns.getFirst()) instanceof NumberColumn numbers)) {
            return Optional.empty();
        }
        if (target.kind() == TargetKind.MULTICLASS) {
            return Optional.of(TargetNote.Kind.NUMBERS_AS_CLASSES.of());
        }
        if (target.kind() != TargetKind.REGRESSION) {
            return Optional.empty();
        }
        if (Classes.mayBeCodes(numbers)) {
            return Optional.of(TargetNote.Kind.PERHAPS_CLASSES.of());
        }
        return Amounts.mayBe(numbers) ? Optional.of(TargetNote.Kind.PERHAPS_COUNTS.of()) : Optional.empty();
    }
}
