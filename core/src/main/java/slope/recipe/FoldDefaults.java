package slope.recipe;

/// The default number of folds of a recipe: several on small tables, where they cost little time.
public final class FoldDefaults {
    /// The training rows up to which a table is small: several networks may take the time of one
    /// with this many rows.
    static final int ROWS_OF_A_SMALL_TABLE = 6_400;

    private static final int FEWEST_ROWS_OF_A_FOLD = 10;

    private FoldDefaults() {}

    /// The number of folds: the validation share has to divide the whole evenly and leave each fold
    /// enough validation rows.
    public static int folds(double validationShare, int units) {
        int folds = (int) Math.round(1 / validationShare);
        boolean isEven = Math.abs(folds * validationShare - 1) < 1e-9;
        return isEven && units / folds >= FEWEST_ROWS_OF_A_FOLD ? folds : 1;
    }

    /// As many networks as fit into the epochs of one; on small tables, into the time of one with
    /// 6,400 rows.
    ///
    /// @param epochs the maximum of one network
    /// @param folds the number of folds
    /// @param rows the number of training rows
    public static FoldPlan plan(int epochs, int folds, int rows) {
        long allowance = Math.max(epochs, (long) epochs * ROWS_OF_A_SMALL_TABLE / rows);
        return new FoldPlan.WhileTheyFit(folds, epochs, (int) Math.min(allowance, (long) folds * epochs));
    }
}
