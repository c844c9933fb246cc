/// JMH runs of the kernels, scalar and vector, one operation at a time.
///
/// Start with [ProductBenchmark]. Each benchmark first passes its [KernelGate], which refuses to
/// time kernels that do not compute the same bits. How to run them stands in `bench/README.md`; whole
/// trainings are measured by [slope.bench].
@NullMarked
package slope.bench.kernel;

import org.jspecify.annotations.NullMarked;
