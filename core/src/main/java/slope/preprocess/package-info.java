/// Columns to numbers, fitted on the training rows alone: imputation, scaling, one-hot and ordinal
/// codes, dates.
///
/// Start with [slope.preprocess.TableEncoder]; each [slope.preprocess.ColumnEncoder] turns one
/// column, or one aspect of it, into inputs, for a table or a single row. The encoding of targets
/// is not here: see `slope.target`.
@NullMarked
package slope.preprocess;

import org.jspecify.annotations.NullMarked;
