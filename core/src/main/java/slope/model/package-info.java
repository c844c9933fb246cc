/// Trained models: networks with their encoders and targets, in one value.
///
/// A [slope.model.Model] takes a table's raw columns, a record, a `Map` or arrays, and predicts in
/// the words and units of the target column. Training is not here: see `slope.fit`.
@NullMarked
package slope.model;

import org.jspecify.annotations.NullMarked;
