/// How accurate recipes are on real tables, beside other libraries on the same rows.
///
/// Start with [slope.bench.accuracy.Accuracy], which is run; [slope.bench.accuracy.DataSets] says what
/// each table is asked for.
@NullMarked
package slope.bench.accuracy;

import org.jspecify.annotations.NullMarked;
