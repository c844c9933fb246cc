/// Training, validation and test rows, always as row numbers: random, stratified, by group, by time, in folds.
///
/// Start with [slope.split.Split] and [slope.split.Folds]. Nothing here copies a table.
@NullMarked
package slope.split;

import org.jspecify.annotations.NullMarked;
