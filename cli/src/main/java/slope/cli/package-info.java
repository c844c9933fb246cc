/// The commands that a person types. Start at `Main`, which names them all.
@NullMarked
package slope.cli;

import org.jspecify.annotations.NullMarked;
