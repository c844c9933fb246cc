/// Plain rows for people with curl: JSON or CSV in, the same out.
///
/// Start with [slope.serve.rows.RowReader].
@NullMarked
package slope.serve.rows;

import org.jspecify.annotations.NullMarked;
