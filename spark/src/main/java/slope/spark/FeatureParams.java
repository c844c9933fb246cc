package slope.spark;

import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;

/// The param that names a vector of features, for pipelines that have assembled one.
///
/// @param <S> the stage that has it
public interface FeatureParams<S> extends Params {
    /// The stage, which the setter returns.
    S self();

    /// The column of vectors, or of arrays of numbers. A training reads it where it is set, and also where neither
    /// it nor the input columns are set and there is a vector of the usual name, `features`.
    Param<String> featuresCol();

    default String getFeaturesCol() {
        return getOrDefault(featuresCol());
    }

    default S setFeaturesCol(String name) {
        set(featuresCol(), name);
        return self();
    }
}
