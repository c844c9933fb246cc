/// What predicts: trained networks with their encoders and the meaning of their outputs, in one value.
///
/// A [slope.model.Model] takes a table's raw columns, a record, a `Map` or arrays, and predicts in the words and
/// units of the target column. A [slope.model.FitRecord] tells how it came about. How a model is trained is
/// not here: see `slope.fit`.
@NullMarked
package slope.model;

import org.jspecify.annotations.NullMarked;
