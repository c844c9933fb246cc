/// What a training session leaves behind: encoding, network and the meaning of its outputs, in one
/// value.
///
/// A [slope.model.Model] takes a table's raw columns and gives [slope.model.Predictions] in the
/// words of the target column. [slope.model.Task] says what is predicted: a class or a number.
@NullMarked
package slope.model;

import org.jspecify.annotations.NullMarked;
