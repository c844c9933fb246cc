/// Words and numbers laid out for a terminal or a pipe, the same for every report.
///
/// Start with [slope.report.text.TextTable]. What is said is not here: each report has its own words.
@NullMarked
package slope.report.text;

import org.jspecify.annotations.NullMarked;
