package slope.fit;

import java.util.Optional;
import slope.recipe.FoldPlan;

/// Which rows learn, which judge, and how much each counts.
///
/// @param validationShare of the rows, kept apart to choose the best epoch by; above 0 and below 1
/// @param testShare of the rows, held out before anything else and scored after the training; above 0 and below 1
/// @param group the column whose equal values are kept in the same part
/// @param time the column that tells the past, to learn from, and the rest, to judge by
/// @param weight the column that says how many rows each one counts for
/// @param classWeights how many rows each row of a class counts for besides
/// @param folds how many networks are trained, each with another part kept apart; empty leaves it to the
///     recipe, see [FoldPlan]
/// @param refit whether, once the best epoch is known, a network is trained on all rows as long
public record RowSelection(
        double validationShare,
        Optional<Double> testShare,
        Optional<String> group,
        Optional<String> time,
        Optional<String> weight,
        ClassWeights classWeights,
        Optional<Integer> folds,
        Refit refit) {

    /// Whether a last network learns from the rows kept apart as well.
    public enum Refit {
        NONE,
        ALL_ROWS
    }

    public RowSelection {
        if (!(validationShare > 0 && validationShare < 1)) {
            throw new IllegalArgumentException(
                    "the validation share must be above 0 and below 1, not " + validationShare);
        }
        if (testShare.isPresent() && !(testShare.get() > 0 && testShare.get() < 1)) {
            throw new IllegalArgumentException("the test share must be above 0 and below 1, not " + testShare.get());
        }
        if (folds.isPresent() && folds.get() < 1) {
            throw new IllegalArgumentException("at least 1 fold is needed, not " + folds.get());
        }
        if (group.isPresent() && time.isPresent()) {
            throw new IllegalArgumentException("rows are split by their group or by their time; choose one of them");
        }
        if (folds.orElse(1) > 1 && time.isPresent()) {
            throw new IllegalArgumentException(
                    "folds would score the past by the future; rows that are split by time have none");
        }
        if (folds.orElse(1) > 1 && refit == Refit.ALL_ROWS) {
            throw new IllegalArgumentException(
                    "a refit trains one network on all rows, folds average several; choose one of them");
        }
    }

    /// A fifth is kept apart, chosen so that both parts resemble each other; each row counts once.
    public static RowSelection usual() {
        return new RowSelection(
                0.2,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new ClassWeights.Equal(),
                Optional.empty(),
                Refit.NONE);
    }

    public RowSelection validationShare(double validationShare) {
        return new RowSelection(validationShare, testShare, group, time, weight, classWeights, folds, refit);
    }

    public RowSelection testShare(double testShare) {
        return new RowSelection(
                validationShare, Optional.of(testShare), group, time, weight, classWeights, folds, refit);
    }

    public RowSelection group(String group) {
        return new RowSelection(
                validationShare, testShare, Optional.of(group), time, weight, classWeights, folds, refit);
    }

    public RowSelection time(String time) {
        return new RowSelection(
                validationShare, testShare, group, Optional.of(time), weight, classWeights, folds, refit);
    }

    public RowSelection weight(String weight) {
        return new RowSelection(
                validationShare, testShare, group, time, Optional.of(weight), classWeights, folds, refit);
    }

    public RowSelection classWeights(ClassWeights classWeights) {
        return new RowSelection(validationShare, testShare, group, time, weight, classWeights, folds, refit);
    }

    public RowSelection folds(int folds) {
        return new RowSelection(
                validationShare, testShare, group, time, weight, classWeights, Optional.of(folds), refit);
    }

    public RowSelection refit(Refit refit) {
        return new RowSelection(validationShare, testShare, group, time, weight, classWeights, folds, refit);
    }
}
