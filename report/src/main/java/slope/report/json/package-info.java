/// Reports as JSON, by their records alone.
///
/// Start with [slope.report.json.Report]. The schemas are under `docs/reference`.
@NullMarked
package slope.report.json;

import org.jspecify.annotations.NullMarked;
