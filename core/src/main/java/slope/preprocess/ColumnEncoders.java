package slope.preprocess;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.DateColumn;
import slope.table.NumberColumn;

/// Fits the encoders of columns, by kind. A recipe composes it from the encoders' factories. Each
/// function gets the training rows of a column.
///
/// @param imputation the imputation of missing numbers and dates
/// @param scaling of numbers and of the parts of dates, after imputation
/// @param missing the missing indicator of numbers and dates, where training rows have missing
///     cells
/// @param booleans the encoder of true/false
/// @param categories the encoder of categories
public record ColumnEncoders(
        Imputation imputation,
        Function<double[], Scaler> scaling,
        Function<Column, MissingIndicator> missing,
        Function<BooleanColumn, BooleanEncoder> booleans,
        Function<CategoryColumn, ColumnEncoder> categories) {

    /// Fits the encoders of a column.
    List<ColumnEncoder> fit(Column training) {
        return switch (training) {
            case NumberColumn numbers -> withMissing(numbers, List.of(NumberEncoder.fit(numbers, imputation, scaling)));
            case DateColumn dates -> withMissing(dates, DateEncoder.fit(dates, imputation, scaling));
            case BooleanColumn column -> List.of(booleans.apply(column));
            case CategoryColumn column -> List.of(categories.apply(column));
        };
    }

    private List<ColumnEncoder> withMissing(Column training, List<? extends ColumnEncoder> encoders) {
        List<ColumnEncoder> all = new ArrayList<>(encoders);
        if (training.missingCount() > 0) {
            all.add(missing.apply(training));
        }
        return all;
    }
}
