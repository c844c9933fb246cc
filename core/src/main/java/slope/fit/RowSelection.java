package slope.fit;

import java.util.Optional;
import slope.conformal.CoverageChoice;
import slope.recipe.FoldPlan;

/// The choice of training, validation and test rows, and the weight of each.
///
/// A value: each method with a setting gives another selection.
public final class RowSelection {
    private final Separation separation;
    private final Optional<String> weight;
    private final ClassWeights classWeights;
    private final Optional<Integer> folds;
    private final Refit refit;
    private final Optional<CoverageChoice> coverage;

    /// Whether a final network is trained on the validation rows as well.
    public enum Refit {
        NONE,
        ALL_ROWS
    }

    /// The way rows are split.
    private record Separation(
            double validationShare,
            Optional<Double> testShare,
            Optional<String> group,
            Optional<String> time,
            Optional<String> validation) {
        Separation {
            if (!(validationShare > 0 && validationShare < 1)) {
                throw new IllegalArgumentException(
                        "the validation share must be above 0 and below 1, not " + validationShare);
            }
            if (testShare.isPresent() && !(testShare.get() > 0 && testShare.get() < 1)) {
                throw new IllegalArgumentException(
                        "the test share must be above 0 and below 1, not " + testShare.get());
            }
            if (group.isPresent() && time.isPresent()) {
                throw new IllegalArgumentException("rows can be split by group or by time, not by both; choose one");
            }
            if (validation.isPresent() && (group.isPresent() || time.isPresent())) {
                throw new IllegalArgumentException("a validation column says which rows validate, and so does a "
                        + (group.isPresent() ? "group" : "time") + " column; choose one");
            }
        }

        Separation validationShare(double other) {
            return new Separation(other, testShare, group, time, validation);
        }

        Separation testShare(double other) {
            return new Separation(validationShare, Optional.of(other), group, time, validation);
        }

        Separation group(String column) {
            return new Separation(validationShare, testShare, Optional.of(column), time, validation);
        }

        Separation time(String column) {
            return new Separation(validationShare, testShare, group, Optional.of(column), validation);
        }

        Separation validation(String column) {
            return new Separation(validationShare, testShare, group, time, Optional.of(column));
        }
    }

    private RowSelection(
            Separation separation,
            Optional<String> weight,
            ClassWeights classWeights,
            Optional<Integer> folds,
            Refit refit,
            Optional<CoverageChoice> coverage) {
        if (folds.isPresent() && folds.get() < 1) {
            throw new IllegalArgumentException("at least 1 fold is needed, not " + folds.get());
        }
        if (folds.orElse(1) > 1 && separation.time.isPresent()) {
            throw new IllegalArgumentException(
                    "folds would score the past by the future; rows that are split by time have none");
        }
        if (folds.orElse(1) > 1 && separation.validation.isPresent()) {
            throw new IllegalArgumentException(
                    "folds have other validation rows each, and a validation column says which they are; choose one");
        }
        if (folds.orElse(1) > 1 && refit == Refit.ALL_ROWS) {
            throw new IllegalArgumentException(
                    "a refit trains one network on all rows, folds average several; choose one of them");
        }
        this.separation = separation;
        this.weight = weight;
        this.classWeights = classWeights;
        this.folds = folds;
        this.refit = refit;
        this.coverage = coverage;
    }

    /// A fifth are validation rows, stratified, none are test rows; each row counts once.
    public static RowSelection defaults() {
        return new RowSelection(
                new Separation(0.2, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                Optional.empty(),
                new ClassWeights.Equal(),
                Optional.empty(),
                Refit.NONE,
                Optional.empty());
    }

    /// The share of validation rows, which choose the best epoch; above 0 and below 1.
    public double validationShare() {
        return separation.validationShare;
    }

    public RowSelection validationShare(double validationShare) {
        return with(separation.validationShare(validationShare));
    }

    /// The share of test rows, which are held out before anything else and scored after the
    /// training; above 0 and below 1.
    public Optional<Double> testShare() {
        return separation.testShare;
    }

    public RowSelection testShare(double testShare) {
        return with(separation.testShare(testShare));
    }

    /// The group column: rows with equal values are all training rows, all validation rows or all
    /// test rows.
    public Optional<String> group() {
        return separation.group;
    }

    public RowSelection group(String group) {
        return with(separation.group(group));
    }

    /// The time column: earlier rows are training rows, the latest are validation rows.
    public Optional<String> time() {
        return separation.time;
    }

    public RowSelection time(String time) {
        return with(separation.time(time));
    }

    /// The validation column: rows in which it is true, or 1, are validation rows; those in which it is false, or
    /// 0, are training rows.
    public Optional<String> validationColumn() {
        return separation.validation;
    }

    public RowSelection validationColumn(String column) {
        return with(separation.validation(column));
    }

    private RowSelection with(Separation other) {
        return new RowSelection(other, weight, classWeights, folds, refit, coverage);
    }

    /// The weight column: how many rows each one counts for.
    public Optional<String> weight() {
        return weight;
    }

    public RowSelection weight(String weight) {
        return new RowSelection(separation, Optional.of(weight), classWeights, folds, refit, coverage);
    }

    /// The class weights: how many rows each row of a class counts for in training.
    public ClassWeights classWeights() {
        return classWeights;
    }

    public RowSelection classWeights(ClassWeights classWeights) {
        return new RowSelection(separation, weight, classWeights, folds, refit, coverage);
    }

    /// The number of folds, and so of networks, each with other validation rows; empty leaves it to
    /// the recipe, see [FoldPlan].
    public Optional<Integer> folds() {
        return folds;
    }

    public RowSelection folds(int folds) {
        return new RowSelection(separation, weight, classWeights, Optional.of(folds), refit, coverage);
    }

    /// Whether a network is trained on all rows for as many epochs, once the best epoch is known.
    public Refit refit() {
        return refit;
    }

    public RowSelection refit(Refit refit) {
        return new RowSelection(separation, weight, classWeights, folds, refit, coverage);
    }

    /// The coverage that intervals or sets are to have. Rows are set aside for them after the test rows: they
    /// choose nothing and train nothing. They are drawn at random, not stratified, because that is what makes a
    /// further row like them; where there is a group or a time column, they are whole groups or the latest rows.
    public Optional<CoverageChoice> coverage() {
        return coverage;
    }

    public RowSelection coverage(CoverageChoice coverage) {
        return new RowSelection(separation, weight, classWeights, folds, refit, Optional.of(coverage));
    }
}
