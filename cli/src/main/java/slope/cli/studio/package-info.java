/// The command that opens the studio.
///
/// Start with [slope.cli.studio.StudioCommand]. The server is not here: see `slope.serve.studio`.
@NullMarked
package slope.cli.studio;

import org.jspecify.annotations.NullMarked;
