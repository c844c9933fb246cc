package slope.spark;

import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;

/// The params that name the columns of predictions, as Spark's own models name them. An empty name
/// leaves the column out.
///
/// @param <S> the stage that has them
public interface PredictionParams<S> extends Params {
    /// The params themselves.
    PredictionColumns predictionColumns();

    /// The stage, which each setter returns.
    S self();

    /// The column of predictions, `prediction` by default: a number; of classes that are text or booleans the index
    /// of the class, which the column's metadata names; a vector where a model predicts several columns.
    default Param<String> predictionCol() {
        return predictionColumns().prediction();
    }

    /// The column of probabilities, `probability` by default: a vector with one for each class or label.
    default Param<String> probabilityCol() {
        return predictionColumns().probability();
    }

    /// The column of the logarithms of the probabilities, `rawPrediction` by default: a vector with one for each class.
    default Param<String> rawPredictionCol() {
        return predictionColumns().rawPrediction();
    }

    /// The column of predicted classes as text, `predictedLabel` by default; an array where a model predicts several
    /// labels.
    default Param<String> predictedLabelCol() {
        return predictionColumns().predictedLabel();
    }

    /// The column of quantiles, `quantiles` by default: a vector in ascending order.
    default Param<String> quantilesCol() {
        return predictionColumns().quantiles();
    }

    default String getPredictionCol() {
        return getOrDefault(predictionCol());
    }

    default String getProbabilityCol() {
        return getOrDefault(probabilityCol());
    }

    default String getRawPredictionCol() {
        return getOrDefault(rawPredictionCol());
    }

    default String getPredictedLabelCol() {
        return getOrDefault(predictedLabelCol());
    }

    default String getQuantilesCol() {
        return getOrDefault(quantilesCol());
    }

    default S setPredictionCol(String name) {
        set(predictionCol(), name);
        return self();
    }

    default S setProbabilityCol(String name) {
        set(probabilityCol(), name);
        return self();
    }

    default S setRawPredictionCol(String name) {
        set(rawPredictionCol(), name);
        return self();
    }

    default S setPredictedLabelCol(String name) {
        set(predictedLabelCol(), name);
        return self();
    }

    default S setQuantilesCol(String name) {
        set(quantilesCol(), name);
        return self();
    }
}
