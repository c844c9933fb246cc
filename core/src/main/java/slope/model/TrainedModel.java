package slope.model;

import slope.training.TrainingResult;

/// A trained model with how it came about.
///
/// @param preparation what was decided about the table before training
/// @param model the network of the best epoch, with its encoding
/// @param result the history of the training
public record TrainedModel(PreparedTraining preparation, Model model, TrainingResult result) {}
