/// Tables, and the numbers a network sees of them.
///
/// A [slope.data.Table] holds [slope.data.Column]s of numbers, booleans or categories, any cell of
/// which may be missing. An [slope.data.Encoding], fitted on the training rows only, turns a table into
/// numeric inputs; a [slope.data.TargetEncoding] does the same for the column to predict. Both meet in
/// [slope.data.Examples], which is all that training sees. Reading files is not here: see the module
/// `slope.tables`.
@NullMarked
package slope.data;

import org.jspecify.annotations.NullMarked;
