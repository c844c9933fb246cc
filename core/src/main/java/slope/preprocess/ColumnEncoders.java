package slope.preprocess;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.DateColumn;
import slope.table.NumberColumn;

/// Fits the encoders of columns, by kind. A recipe composes it from the encoders' factories. A
/// value: each method with a factory gives another. Each factory gets the training rows of a
/// column.
public final class ColumnEncoders {
    private final Numbers numbers;
    private final Function<BooleanColumn, BooleanEncoder> booleans;
    private final Function<CategoryColumn, ColumnEncoder> categories;

    /// The encoders of numbers and dates.
    private record Numbers(
            Imputation imputation,
            Function<double[], Scaler> scaling,
            Function<Column, MissingIndicator> missing,
            Function<NumberColumn, Optional<ExactValueEncoder>> exact) {}

    private ColumnEncoders(
            Numbers numbers,
            Function<BooleanColumn, BooleanEncoder> booleans,
            Function<CategoryColumn, ColumnEncoder> categories) {
        this.numbers = numbers;
        this.booleans = booleans;
        this.categories = categories;
    }

    /// Those of categories, and the usual ones of other columns: the median for missing numbers and
    /// dates, which are standardised, and missing indicators and true/false as 0 or 1.
    public static ColumnEncoders of(Function<CategoryColumn, ColumnEncoder> categories) {
        Numbers usual =
                new Numbers(Imputation.MEDIAN, Scaler.Standard::fit, MissingIndicator::of, column -> Optional.empty());
        return new ColumnEncoders(usual, BooleanEncoder::of, categories);
    }

    /// The imputation of missing numbers and dates, and the scaling of numbers and of the parts of
    /// dates after it.
    public ColumnEncoders numbers(Imputation imputation, Function<double[], Scaler> scaling) {
        return with(new Numbers(imputation, scaling, numbers.missing, numbers.exact));
    }

    /// The missing indicator of numbers and dates, where training rows have missing cells.
    public ColumnEncoders missing(Function<Column, MissingIndicator> missing) {
        return with(new Numbers(numbers.imputation, numbers.scaling, missing, numbers.exact));
    }

    /// Numbers of spiky columns enter as codes of their exact values as well.
    public ColumnEncoders exactSpikes() {
        return with(new Numbers(numbers.imputation, numbers.scaling, numbers.missing, ExactValueEncoder::ofSpikes));
    }

    private ColumnEncoders with(Numbers numbers) {
        return new ColumnEncoders(numbers, booleans, categories);
    }

    /// The encoder of true/false.
    public ColumnEncoders booleans(Function<BooleanColumn, BooleanEncoder> booleans) {
        return new ColumnEncoders(numbers, booleans, categories);
    }

    /// Fits the encoders of a column.
    List<ColumnEncoder> fit(Column training) {
        return switch (training) {
            case NumberColumn column -> withMissing(column, ofNumber(column));
            case DateColumn column -> withMissing(column, DateEncoder.fit(column, numbers.imputation, numbers.scaling));
            case BooleanColumn column -> List.of(booleans.apply(column));
            case CategoryColumn column -> List.of(categories.apply(column));
        };
    }

    private List<ColumnEncoder> ofNumber(NumberColumn training) {
        List<ColumnEncoder> encoders = new ArrayList<>();
        encoders.add(NumberEncoder.fit(training, numbers.imputation, numbers.scaling));
        numbers.exact.apply(training).ifPresent(encoders::add);
        return encoders;
    }

    private List<ColumnEncoder> withMissing(Column training, List<? extends ColumnEncoder> encoders) {
        List<ColumnEncoder> all = new ArrayList<>(encoders);
        if (training.missingCount() > 0) {
            all.add(numbers.missing.apply(training));
        }
        return all;
    }
}
