/// What several packages do with columns: sort rows, require names, read Java records.
///
/// Start with [slope.internal.table.RequiredColumns]; the columns themselves are in `slope.table`.
@NullMarked
package slope.internal.table;

import org.jspecify.annotations.NullMarked;
