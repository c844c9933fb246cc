/// Slope measured beside other programs: the same workloads, data, starting weights and order of
/// rows.
///
/// Start with [slope.bench.Workloads]; `bench/README.md` tells how to run both sides.
@NullMarked
package slope.bench;

import org.jspecify.annotations.NullMarked;
