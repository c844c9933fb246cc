/// The command that serves models.
///
/// Start with [slope.cli.serve.ServeCommand]. The server is not here: see `slope.serve`.
@NullMarked
package slope.cli.serve;

import org.jspecify.annotations.NullMarked;
