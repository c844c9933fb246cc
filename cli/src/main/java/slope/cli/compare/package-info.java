/// The command that compares two models, or two tables.
@NullMarked
package slope.cli.compare;

import org.jspecify.annotations.NullMarked;
