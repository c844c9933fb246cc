/// Splits of a table into training, validation and test rows, always as row numbers: random,
/// stratified, by group, by time, in folds.
///
///     TrainTest rows = Split.random(0.8, 7).of(table);
///
/// Start with [slope.split.Split] and [slope.split.Folds]. Nothing here copies a table.
@NullMarked
package slope.split;

import org.jspecify.annotations.NullMarked;
