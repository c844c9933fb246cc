/// Saved models over HTTP: the Open Inference Protocol for programs, plain rows for people.
///
/// Start with [slope.serve.ScoringServer]. What is asked for is in [slope.serve.ServeSettings]; `docs/how-to/serve.md`
/// shows both from outside. Training and the studio are not here.
@NullMarked
package slope.serve;

import org.jspecify.annotations.NullMarked;
