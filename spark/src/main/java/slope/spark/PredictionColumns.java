package slope.spark;

import org.apache.spark.ml.param.Param;

/// The params of [PredictionParams], which belong to one stage.
public final class PredictionColumns {
    private final Param<String> prediction;
    private final Param<String> probability;
    private final Param<String> rawPrediction;
    private final Param<String> predictedLabel;
    private final Param<String> quantiles;

    /// Makes the params of a stage, which has its uid already, and sets their usual names.
    PredictionColumns(PredictionParams<?> stage) {
        prediction = param(stage, "predictionCol", "prediction", "predictions: numbers, or indexes of classes");
        probability = param(stage, "probabilityCol", "probability", "probabilities of classes or labels");
        rawPrediction = param(stage, "rawPredictionCol", "rawPrediction", "logarithms of the classes' probabilities");
        predictedLabel = param(stage, "predictedLabelCol", "predictedLabel", "predicted classes or labels as text");
        quantiles = param(stage, "quantilesCol", "quantiles", "predicted quantiles in ascending order");
    }

    private static Param<String> param(PredictionParams<?> stage, String name, String usual, String doc) {
        Param<String> param = TextParam.of(stage, name, "name of the column of " + doc + "; empty leaves it out");
        stage.setDefault(param, usual);
        return param;
    }

    Param<String> prediction() {
        return prediction;
    }

    Param<String> probability() {
        return probability;
    }

    Param<String> rawPrediction() {
        return rawPrediction;
    }

    Param<String> predictedLabel() {
        return predictedLabel;
    }

    Param<String> quantiles() {
        return quantiles;
    }
}
