package slope.spark;

import org.apache.spark.ml.param.DoubleArrayParam;
import org.apache.spark.ml.param.Params;

/// The param of a threshold for each class, as Spark's classifiers have it.
///
/// @param <S> the stage that has it
public interface ThresholdParams<S> extends Params {
    /// The stage, which the setter returns.
    S self();

    /// A threshold t above 0 for each class, in the order of the classes: the class with the largest p/t is
    /// predicted, p being its probability. One of two may be 0. Without thresholds the model decides.
    DoubleArrayParam thresholds();

    default double[] getThresholds() {
        return getOrDefault(thresholds()).clone();
    }

    default S setThresholds(double... thresholds) {
        set(thresholds(), thresholds.clone());
        return self();
    }
}
