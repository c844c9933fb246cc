/// Facts about a table before anything is trained on it: what its columns hold, and what to do about data that cannot
/// be used.
///
/// Start with [slope.report.table.TableReport].
@NullMarked
package slope.report.table;

import org.jspecify.annotations.NullMarked;
