/// Slope's models as stages of Spark's pipelines.
///
/// Start with [slope.spark.SlopeTransformer], which scores the rows of a DataFrame with any model
/// file, then [slope.spark.SlopeClassifier] and `ClusterFit`, which trains on several machines.
/// `docs/how-to/spark.md` shows all that from outside. What workers say to each other is in
/// `slope.spark.exchange`, and how a network learns from shards in [slope.fit.ShardedTraining].
@NullMarked
package slope.spark;

import org.jspecify.annotations.NullMarked;
