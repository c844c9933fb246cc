package slope.model;

import slope.data.TargetEncoding;
import slope.training.Loss;

/// What is predicted, and so how a network's outputs are read and what training makes small.
public enum Task {
    /// One of two classes: one logit, that of the second class.
    BINARY_CLASSIFICATION("binary classification"),
    /// One of three or more classes: a logit for each.
    MULTI_CLASS_CLASSIFICATION("multi-class classification"),
    /// A number: one output, in deviations from the mean of the training rows.
    REGRESSION("regression");

    private final String title;

    Task(String title) {
        this.title = title;
    }

    /// The task that a target's kind and number of classes make.
    public static Task of(TargetEncoding target) {
        return switch (target) {
            case TargetEncoding.Classes classes ->
                classes.count() == 2 ? BINARY_CLASSIFICATION : MULTI_CLASS_CLASSIFICATION;
            case TargetEncoding.Numbers _ -> REGRESSION;
        };
    }

    /// The name people know it by.
    public String title() {
        return title;
    }

    /// What training makes small.
    public Loss loss() {
        return switch (this) {
            case BINARY_CLASSIFICATION -> Loss.BINARY_CROSS_ENTROPY;
            case MULTI_CLASS_CLASSIFICATION -> Loss.MULTI_CLASS_CROSS_ENTROPY;
            case REGRESSION -> Loss.MEAN_SQUARED_ERROR;
        };
    }

    /// How many outputs a network needs for this target.
    public static int outputsFor(TargetEncoding target) {
        return switch (target) {
            case TargetEncoding.Classes classes -> classes.count() == 2 ? 1 : classes.count();
            case TargetEncoding.Numbers _ -> 1;
        };
    }
}
