/// The command that compares two models on the same rows, or two tables with each other. Start with
/// [slope.cli.compare.CompareCommand].
@NullMarked
package slope.cli.compare;

import org.jspecify.annotations.NullMarked;
