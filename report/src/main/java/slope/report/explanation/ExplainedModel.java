package slope.report.explanation;

import slope.report.model.TargetFacts;
import slope.run.PredictedRows;

/// The model and the rows of an explanation.
///
/// @param file the model's file as it was named
/// @param task what it predicts
/// @param output the class, label, number or quantile that text and charts are about
/// @param rows that it is explained by
public record ExplainedModel(String file, TargetFacts task, String output, Rows rows) {

    /// Rows that a model is explained by.
    ///
    /// @param file as it was named
    /// @param rows that it has
    /// @param trainedOn whether the model was trained on this table, or on most of its rows
    /// @param predicted what to know about their predictions
    public record Rows(String file, int rows, boolean trainedOn, PredictedRows predicted) {}
}
