/// Words between a person and the command line: lists and names as they are typed, remedies as
/// options, and what reaches a terminal.
///
/// Start with [slope.cli.text.SafeWriter]. Reports are not here: see `slope.report`.
@NullMarked
package slope.cli.text;

import org.jspecify.annotations.NullMarked;
