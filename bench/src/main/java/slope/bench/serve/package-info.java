/// How long a server's answers take, under a load that does not wait for them.
///
/// Start with [slope.bench.serve.OpenLoop], which is run; `bench/serve.sh` runs it against Slope and a thin peer.
@NullMarked
package slope.bench.serve;

import org.jspecify.annotations.NullMarked;
