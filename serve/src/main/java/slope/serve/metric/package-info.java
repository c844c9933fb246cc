/// What is counted and timed, and how Prometheus reads it.
///
/// Start with [slope.serve.metric.ModelMetrics].
@NullMarked
package slope.serve.metric;

import org.jspecify.annotations.NullMarked;
