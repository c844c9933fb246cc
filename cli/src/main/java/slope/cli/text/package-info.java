/// Words and numbers laid out for a terminal or a pipe, the same for every command.
///
/// Start with [slope.cli.text.TextTable]. What is said is not here: each command has its own words.
@NullMarked
package slope.cli.text;

import org.jspecify.annotations.NullMarked;
