package slope.target;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import slope.metric.Metric;

/// What is predicted, and so how a network's outputs are read, what training makes small and what it is
/// judged by.
public enum Task {
    /// One of two classes.
    BINARY_CLASSIFICATION("binary classification", "binary"),
    /// One of three or more classes: a logit for each.
    MULTI_CLASS_CLASSIFICATION("multi-class classification", "multiclass"),
    /// Any number of labels: a logit for each.
    MULTI_LABEL_CLASSIFICATION("multi-label classification", "multilabel"),
    /// A number or several: an output for each, in deviations from the mean of the training rows.
    REGRESSION("regression", "regression"),
    /// Quantiles of a number: an output for each.
    QUANTILE_REGRESSION("quantile regression", "quantile"),
    /// How often something happens: one output, the logarithm of how many times more often than in the mean.
    COUNT_REGRESSION("regression of counts", "count");

    private final String title;
    private final String option;

    Task(String title, String option) {
        this.title = title;
        this.option = option;
    }

    /// The task that a target's encoding makes.
    public static Task of(TargetEncoding target) {
        return switch (target) {
            case TargetEncoding.Classes classes ->
                classes.count() == 2 ? BINARY_CLASSIFICATION : MULTI_CLASS_CLASSIFICATION;
            case TargetEncoding.Labels _ -> MULTI_LABEL_CLASSIFICATION;
            case TargetEncoding.Numbers _ -> REGRESSION;
            case TargetEncoding.Quantiles _ -> QUANTILE_REGRESSION;
            case TargetEncoding.Counts _ -> COUNT_REGRESSION;
        };
    }

    /// The task of this name in flags.
    public static Optional<Task> named(String option) {
        return Stream.of(values()).filter(task -> task.option.equals(option)).findFirst();
    }

    /// The name people know it by.
    public String title() {
        return title;
    }

    /// Its name in flags.
    public String option() {
        return option;
    }

    /// The metrics that can choose the best epoch; the first one does if nobody says otherwise.
    public List<Metric> metrics() {
        return switch (this) {
            case BINARY_CLASSIFICATION -> List.of(Metric.LOG_LOSS, Metric.ACCURACY, Metric.AUC, Metric.F1);
            case MULTI_CLASS_CLASSIFICATION -> List.of(Metric.ACCURACY, Metric.LOG_LOSS, Metric.MACRO_F1);
            case MULTI_LABEL_CLASSIFICATION ->
                List.of(
                        Metric.LOG_LOSS,
                        Metric.AUC,
                        Metric.MICRO_F1,
                        Metric.MACRO_F1,
                        Metric.HAMMING_LOSS,
                        Metric.SUBSET_ACCURACY);
            case REGRESSION -> List.of(Metric.RMSE, Metric.MAE, Metric.R2, Metric.POISSON_DEVIANCE);
            case QUANTILE_REGRESSION -> List.of(Metric.PINBALL);
            case COUNT_REGRESSION -> List.of(Metric.POISSON_DEVIANCE, Metric.RMSE, Metric.MAE, Metric.R2);
        };
    }

    /// Whether classes or labels are predicted.
    public boolean isClassification() {
        return switch (this) {
            case BINARY_CLASSIFICATION, MULTI_CLASS_CLASSIFICATION, MULTI_LABEL_CLASSIFICATION -> true;
            case REGRESSION, QUANTILE_REGRESSION, COUNT_REGRESSION -> false;
        };
    }

    /// How many outputs a network needs for this target.
    public static int outputsFor(TargetEncoding target) {
        return switch (target) {
            case TargetEncoding.Classes classes -> classes.count() == 2 ? 1 : classes.count();
            case TargetEncoding.Labels labels -> labels.labels().size();
            case TargetEncoding.Numbers numbers -> numbers.scales().size();
            case TargetEncoding.Quantiles quantiles -> quantiles.levels().size();
            case TargetEncoding.Counts _ -> 1;
        };
    }
}
