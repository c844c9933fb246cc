/// Tables in memory: named columns of numbers, booleans, categories or dates, any cell of which may be missing.
///
/// Start with [slope.table.Table]. Bad data is refused by a [slope.table.DataException], one sentence that says
/// where, what was found, what was wanted and what to do. Reading files is not here: see the module
/// `slope.tables`. How columns become a network's inputs is in `slope.preprocess`.
@NullMarked
package slope.table;

import org.jspecify.annotations.NullMarked;
