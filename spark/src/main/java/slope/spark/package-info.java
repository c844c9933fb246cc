/// Slope's models as stages of Spark's pipelines.
///
/// Start with [slope.spark.SlopeTransformer], which scores the rows of a DataFrame with any model
/// file. `docs/how-to/spark.md` shows it from outside.
@NullMarked
package slope.spark;

import org.jspecify.annotations.NullMarked;
